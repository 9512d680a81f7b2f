using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class AresTests
{
    private static async Task<(CompanyAnswer Answer, IReadOnlyList<string> Requests)> FindCez(params Reply[] replies)
    {
        await using var stub = await RegisterStub.StartAsync(replies);
        await using var world = new RegisterWorld(stub.Address);
        return (await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token), stub.Requests);
    }

    [Fact]
    public async Task A_real_answer_becomes_a_company_in_our_form()
    {
        var (answer, requests) = await FindCez(Replies.Json(Replies.Cez));

        answer.ShouldBe(new CompanyAnswer(
            RegisterState.Valid,
            new("45274649", "ČEZ, a. s.", "CZ45274649", "Duhová 1444/2", "Praha 4", "14000", "CZ", false, null),
            "ARES",
            RegisterWorld.Now));
        requests.ShouldBe(["GET /ekonomicke-subjekty/45274649"]);
    }

    [Theory]
    [InlineData(404, Replies.NoSuchCompany)]
    [InlineData(400, Replies.WrongFormat)]
    public async Task A_number_the_register_does_not_know_is_invalid(int status, string body)
    {
        var (answer, requests) = await FindCez(Replies.Json(body, status));

        answer.ShouldBe(new CompanyAnswer(RegisterState.Invalid, null, "ARES", RegisterWorld.Now));
        requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(404, Replies.WrongAddress)]
    [InlineData(400, """{"kod":"CHYBA_VSTUPU"}""")]
    [InlineData(403, "{}")]
    [InlineData(429, "{}")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "")]
    [InlineData(200, """{"ico":"45274649","sidlo":"jinak"}""")]
    [InlineData(200, """{"ico":"45274649","dalsiUdaje":[null]}""")]
    public async Task An_answer_that_says_nothing_of_the_company_is_unknown_and_not_repeated(int status, string body)
    {
        var (answer, requests) = await FindCez(Replies.Json(body, status));

        answer.ShouldBe(new CompanyAnswer(RegisterState.Unknown, null, "ARES", RegisterWorld.Now));
        requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_page_in_place_of_data_is_unknown(int status)
    {
        var (answer, _) = await FindCez(Replies.Html(status));

        answer.State.ShouldBe(RegisterState.Unknown);
    }

    [Fact]
    public async Task An_error_of_the_register_is_mended_by_asking_again()
    {
        var (answer, requests) = await FindCez(Replies.Json("{}", 500), Replies.Html(503), Replies.Json(Replies.Cez));

        answer.State.ShouldBe(RegisterState.Valid);
        requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_error_that_stays_is_unknown_after_three_tries()
    {
        var (answer, requests) = await FindCez(Replies.Json("{}", 500));

        answer.State.ShouldBe(RegisterState.Unknown);
        requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_cut_answer_is_asked_again()
    {
        var (answer, requests) = await FindCez(Replies.Cut(), Replies.Json(Replies.Cez));

        answer.State.ShouldBe(RegisterState.Valid);
        requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_always_cut_is_unknown()
    {
        var (answer, requests) = await FindCez(Replies.Cut());

        answer.State.ShouldBe(RegisterState.Unknown);
        requests.Count.ShouldBe(3);
    }
}
