using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class SearchTests
{
    [Fact]
    public async Task A_search_returns_the_first_companies_and_their_count()
    {
        await using var stub = await RegisterStub.StartAsync(
            Replies.Json($$"""{"pocetCelkem":41,"ekonomickeSubjekty":[{{Replies.Cez}},{"icoId":"ARES_1","obchodniJmeno":"Bez čísla"}]}"""));
        await using var world = new RegisterWorld(stub.Address);

        var answer = await world.Register.SearchAsync("  čez   a. s. ", RegisterWorld.Token);

        (answer.State, answer.Total, answer.Source).ShouldBe((CompanySearchState.Found, 41, "ARES"));
        answer.Companies.ShouldHaveSingleItem().Name.ShouldBe("ČEZ, a. s.");
        var asked = stub.Requests.ShouldHaveSingleItem();
        asked.ShouldStartWith("POST /ekonomicke-subjekty/vyhledat");
        var body = System.Text.Json.JsonDocument.Parse(asked[asked.IndexOf('{')..]).RootElement;
        body.GetProperty("obchodniJmeno").GetString().ShouldBe("čez a. s.");
        (body.GetProperty("start").GetInt32(), body.GetProperty("pocet").GetInt32()).ShouldBe((0, 20));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_is_an_answer()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json("""{"pocetCelkem":0,"ekonomickeSubjekty":[]}"""));
        await using var world = new RegisterWorld(stub.Address);

        var answer = await world.Register.SearchAsync("žádná taková", RegisterWorld.Token);

        answer.State.ShouldBe(CompanySearchState.Found);
        answer.Companies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_companies_ask_for_a_finer_name_and_are_not_asked_again()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.TooMany, 400));
        await using var world = new RegisterWorld(stub.Address);

        await world.Register.SearchAsync("s.r.o.", RegisterWorld.Token);
        (await world.Register.SearchAsync("S.R.O.", RegisterWorld.Token)).State.ShouldBe(CompanySearchState.TooMany);

        stub.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kod":"CHYBA_VSTUPU","subKod":"VSTUP_PRAZDNY"}""", 400)]
    [InlineData("<html>")]
    public async Task A_search_without_a_usable_answer_is_unknown(string body, int status = 200)
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(body, status));
        await using var world = new RegisterWorld(stub.Address);

        (await world.Register.SearchAsync("stormware", RegisterWorld.Token)).State.ShouldBe(CompanySearchState.Unknown);
    }

    [Theory]
    [InlineData(" ab ", CompanySearchState.TooMany)]
    [InlineData("", CompanySearchState.TooMany)]
    [InlineData(null, CompanySearchState.Unknown)]
    public async Task A_name_too_short_or_too_long_is_not_asked(string? name, CompanySearchState expected)
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json("{}"));
        await using var world = new RegisterWorld(stub.Address);

        var answer = await world.Register.SearchAsync(name ?? new('x', 256), RegisterWorld.Token);

        answer.State.ShouldBe(expected);
        stub.Requests.ShouldBeEmpty();
    }
}
