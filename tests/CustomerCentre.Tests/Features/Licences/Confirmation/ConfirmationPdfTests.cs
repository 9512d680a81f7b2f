using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CustomerCentre.Features.Licences.Confirmation;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

public sealed partial class ConfirmationPdfTests
{
    public ConfirmationPdfTests() => Paper.Speak("cs");

    [Theory]
    [InlineData(3, 1)]
    [InlineData(60, 5)]
    public void It_has_as_many_pages_as_the_layout(int licences, int atMost)
    {
        var confirmation = Paper.Confirmation(licences);
        var pages = Page().Count(Read(ConfirmationPdf.Of(confirmation, Paper.Operator)));
        pages.ShouldBe(new ConfirmationLayout(confirmation, Paper.Operator).Sheets().Count);
        pages.ShouldBeLessThanOrEqualTo(atMost);
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("sk")]
    public void It_says_its_language_and_shows_its_title(string language)
    {
        Paper.Speak(language);
        var pdf = Read(ConfirmationPdf.Of(Paper.Confirmation(), Paper.Operator));
        pdf.ShouldContain($"/Lang ({language})");
        pdf.ShouldContain("/DisplayDocTitle true");
        pdf.ShouldContain("/Title");
    }

    [Fact]
    public void The_last_table_of_contents_points_at_the_catalog()
    {
        var pdf = Read(ConfirmationPdf.Of(Paper.Confirmation(), Paper.Operator));
        var table = int.Parse(Start().Matches(pdf).Last().Groups[1].Value, CultureInfo.InvariantCulture);
        pdf[table..].ShouldStartWith("xref\n");
        var catalog = int.Parse(Entry().Match(pdf, table).Groups[1].Value, CultureInfo.InvariantCulture);
        pdf[catalog..].ShouldMatch(@"^\d+ 0 obj\n<</Type /Catalog");
    }

    [Fact]
    public void The_typeface_travels_along_and_only_the_letters_that_are_used()
    {
        var pdf = ConfirmationPdf.Of(Paper.Confirmation(), Paper.Operator);
        Read(pdf).ShouldContain("/FontFile2");
        pdf.Length.ShouldBeLessThan(200_000);
    }

    [Fact]
    public void No_licence_number_stands_outside_the_drawn_pages()
    {
        var confirmation = Paper.Confirmation();
        var pdf = Read(ConfirmationPdf.Of(confirmation, Paper.Operator));
        confirmation.Licences.ShouldAllBe(licence => !pdf.Contains(licence.Number.Display, StringComparison.Ordinal));
    }

    private static string Read(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    [GeneratedRegex(@"/Type /Page\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex Entry();
}
