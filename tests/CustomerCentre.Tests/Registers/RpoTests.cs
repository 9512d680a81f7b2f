using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class RpoTests
{
    private const string Slovnaft = """
        {"results":[{"id":1,"dbModificationDate":"2026-01-01",
          "identifiers":[{"value":"31322832","validFrom":"1992-05-01"}],
          "fullNames":[
            {"value":"Slovnaft š.p.","validFrom":"1980-01-01","validTo":"1992-04-30"},
            {"value":"SLOVNAFT, a.s.","validFrom":"1992-05-01"}],
          "addresses":[
            {"street":"Stará","regNumber":9,"postalCodes":["811 01"],"municipality":{"value":"Bratislava"},"validFrom":"1980-01-01","validTo":"1992-04-30"},
            {"street":"Vlčie hrdlo","regNumber":0,"buildingNumber":"1","postalCodes":["82412"],
             "municipality":{"value":"Bratislava","code":"SK0101"},"country":{"value":"Slovenská republika","code":"703"},"validFrom":"1992-05-01"}],
          "establishment":"1992-05-01","legalForms":[{"value":{"value":"Akciová spoločnosť"}}]}],"license":"CC BY 4.0"}
        """;

    private static async Task<CompanyAnswer> Find(Reply reply)
    {
        await using var stub = await RegisterStub.StartAsync(reply);
        await using var world = new RegisterWorld(stub.Address);
        var answer = await world.Register.FindAsync("SK", "31322832", RegisterWorld.Token);
        stub.Requests[0].ShouldBe("GET /search?identifier=31322832");
        return answer;
    }

    [Fact]
    public async Task The_current_facts_are_taken_from_the_histories()
    {
        var answer = await Find(Replies.Json(Slovnaft));

        answer.ShouldBe(new CompanyAnswer(
            RegisterState.Valid,
            new("31322832", "SLOVNAFT, a.s.", null, "Vlčie hrdlo 1", "Bratislava", "82412", "SK", null, null),
            "RPO",
            RegisterWorld.Now));
    }

    [Fact]
    public async Task A_wrong_charset_in_the_header_does_not_spoil_the_names()
    {
        var answer = await Find(Replies.Json(Slovnaft, type: "application/json; charset=ISO-8859-1"));

        answer.Company!.Street.ShouldBe("Vlčie hrdlo 1");
    }

    [Fact]
    public async Task An_ended_company_shows_its_last_facts_and_its_end()
    {
        var answer = await Find(Replies.Json("""
            {"results":[{"termination":"2019-03-31",
              "fullNames":[{"value":"Nová s. r. o.","validFrom":"2010-01-01","validTo":"2019-03-31"},{"value":"Stará","validFrom":"2000-01-01","validTo":"2009-12-31"}],
              "addresses":[{"regNumber":"12","municipality":{"value":"Horná Ves"},"validFrom":"2010-01-01","validTo":"2019-03-31"}]}]}
            """));

        answer.Company.ShouldBe(new CompanyRecord("31322832", "Nová s. r. o.", null, "č. 12", "Horná Ves", null, "SK", null, new(2019, 3, 31)));
    }

    [Fact]
    public async Task A_living_company_goes_before_an_ended_one_of_the_same_number()
    {
        var answer = await Find(Replies.Json("""
            {"results":[{"termination":"2019-03-31","fullNames":[{"value":"Mŕtva"}]},{"fullNames":[{"value":"Živá"}]}]}
            """));

        answer.Company!.Name.ShouldBe("Živá");
    }

    [Theory]
    [InlineData("""{"results":[]}""")]
    [InlineData("""{"results":[{"identifiers":[{"value":"36244791"}],"fullNames":[{"value":"Iná"}]}]}""")]
    public async Task No_row_of_that_number_is_invalid(string body)
    {
        (await Find(Replies.Json(body))).State.ShouldBe(RegisterState.Invalid);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(404, "{}")]
    [InlineData(500, "{}")]
    [InlineData(200, "<html>")]
    public async Task No_usable_answer_is_unknown(int status, string body)
    {
        (await Find(Replies.Json(body, status))).State.ShouldBe(RegisterState.Unknown);
    }
}
