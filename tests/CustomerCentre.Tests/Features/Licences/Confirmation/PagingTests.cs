using CustomerCentre.Features.Licences.Confirmation;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, "0-0")]
    [InlineData(2, "0-2")]
    [InlineData(3, "0-2 2-3")]
    [InlineData(4, "0-3 3-4")]
    [InlineData(7, "0-3 3-7")]
    [InlineData(8, "0-3 3-7 7-8")]
    public void Rows_fill_the_pages_and_the_closing_takes_the_last_one_along(int rows, string pages) =>
        Split(Enumerable.Repeat(10f, rows), first: 30, others: 50, closing: 10).ShouldBe(pages);

    [Fact]
    public void A_first_row_that_finds_no_room_begins_on_the_next_page() => Split([40], first: 30, others: 50, closing: 0).ShouldBe("0-0 0-1");

    [Fact]
    public void A_row_higher_than_any_page_still_gets_one() => Split([10, 90, 10], first: 30, others: 50, closing: 0).ShouldBe("0-1 1-2 2-3");

    private static string Split(IEnumerable<float> heights, float first, float others, float closing) =>
        string.Join(' ', Paging.Split([.. heights], first, others, closing).Select(page => $"{page.Start}-{page.End}"));
}
