using System.Text.Json;
using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class AresMappingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static CompanyRecord Map(string json) =>
        AresMapping.ToCompany(JsonSerializer.Deserialize<AresSubject>(json, JsonSerializerOptions.Web)!, "00177041", Today);

    private static CompanyRecord MapSeat(string seat) => Map($$"""{"ico":"00177041","sidlo":{{seat}}}""");

    [Fact]
    public void Nearly_everything_may_be_missing()
    {
        Map("""{"obchodniJmeno":"Sama","novinka":{"a":[1]}}""")
            .ShouldBe(new CompanyRecord("00177041", "Sama", null, null, null, null, "CZ", null, null));
    }

    [Fact]
    public void A_member_of_a_VAT_group_carries_the_number_of_the_group()
    {
        Map("""{"ico":"00177041","dicSkDph":"CZ699000797"}""").VatNumber.ShouldBe("CZ699000797");
        Map("""{"ico":"00177041","dic":"CZ00177041","dicSkDph":"CZ699000797"}""").VatNumber.ShouldBe("CZ00177041");
    }

    [Theory]
    [InlineData("2026-11-21", true)]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("2099-12-31", false)]
    [InlineData("brzy", false)]
    public void A_company_has_ceased_only_when_the_day_has_come(string day, bool ceased)
    {
        Map($$"""{"ico":"00177041","datumZaniku":"{{day}}"}""").CeasedOn.HasValue.ShouldBe(ceased);
    }

    [Theory]
    [InlineData("\"101\"", true)]
    [InlineData("105", true)]
    [InlineData("\"121\"", false)]
    [InlineData("null", null)]
    public void The_legal_form_tells_a_natural_person(string form, bool? natural)
    {
        Map($$"""{"ico":"00177041","pravniForma":{{form}}}""").IsNaturalPerson.ShouldBe(natural);
    }

    [Theory]
    [InlineData("""{"nazevUlice":"Duhová","cisloDomovni":1444,"cisloOrientacni":2}""", "Duhová 1444/2")]
    [InlineData("""{"nazevUlice":"Duhová","cisloDomovni":1444,"cisloOrientacni":2,"cisloOrientacniPismeno":"a"}""", "Duhová 1444/2a")]
    [InlineData("""{"nazevUlice":"Duhová","cisloDomovni":"1444"}""", "Duhová 1444")]
    [InlineData("""{"nazevUlice":"Duhová"}""", "Duhová")]
    [InlineData("""{"nazevUlice":"Duhová","cisloDoAdresy":"1444/2"}""", "Duhová 1444/2")]
    [InlineData("""{"nazevObce":"Lhota","nazevCastiObce":"Lhota","cisloDomovni":12,"typCisloDomovni":1}""", "č.p. 12")]
    [InlineData("""{"nazevObce":"Telč","nazevCastiObce":"Lhota","cisloDomovni":12}""", "Lhota č.p. 12")]
    [InlineData("""{"nazevObce":"Lhota","nazevCastiObce":"Lhota","cisloDomovni":7,"typCisloDomovni":2}""", "č.ev. 7")]
    [InlineData("""{"nazevObce":"Lhota","textovaAdresa":"č.p. 12, 58601 Lhota"}""", "č.p. 12")]
    [InlineData("""{"nazevObce":"Lhota"}""", null)]
    public void A_street_is_written_as_on_a_letter(string seat, string? street)
    {
        MapSeat(seat).Street.ShouldBe(street);
    }

    [Theory]
    [InlineData("""{"nazevObce":"Kolín","psc":28002}""", "Kolín", "28002")]
    [InlineData("""{"nazevObce":"Praha","nazevMestskehoObvodu":"Praha 4","psc":"140 00"}""", "Praha 4", "14000")]
    [InlineData("""{"nazevObce":"Košice","kodStatu":"SK","psc":4001}""", "Košice", "04001")]
    [InlineData("""{"nazevObce":"Wien","kodStatu":"AT","pscTxt":"1010"}""", "Wien", "1010")]
    public void Town_and_code_are_text_with_leading_zeros(string seat, string city, string code)
    {
        var company = MapSeat(seat);

        (company.City, company.PostalCode).ShouldBe((city, code));
    }

    [Theory]
    [InlineData("Duhová 1444/2, Michle, 14000 Praha 4", "Duhová 1444/2", "Praha 4", "14000")]
    [InlineData("č.p. 12, 586 01 Lhota", "č.p. 12", "Lhota", "58601")]
    [InlineData("č.p. 12, Malá Lhota, 58601 Jihlava", "Malá Lhota č.p. 12", "Jihlava", "58601")]
    [InlineData("Malá Lhota, č. p. 12, 58601 Jihlava", "Malá Lhota č. p. 12", "Jihlava", "58601")]
    [InlineData("Praha 4, Duhová 2/1444, PSČ 14053", "Duhová 2/1444", "Praha 4", "14053")]
    [InlineData("58601 Jihlava", null, "Jihlava", "58601")]
    [InlineData("PSČ 14053", null, null, "14053")]
    [InlineData("Somewhere 5, London W1", "Somewhere 5, London W1", null, null)]
    [InlineData("  ", null, null, null)]
    public void An_address_in_one_line_is_taken_apart(string text, string? street, string? city, string? code)
    {
        var company = MapSeat($$"""{"textovaAdresa":"{{text}}"}""");

        (company.Street, company.City, company.PostalCode).ShouldBe((street, city, code));
    }

    [Fact]
    public void A_name_and_a_seat_only_in_the_further_sources_are_found()
    {
        var company = Map("""
            {"ico":"00177041","dalsiUdaje":[
              {"obchodniJmeno":[{"obchodniJmeno":"Dřívější"}],"sidlo":[{"sidlo":{"nazevObce":"Brno"}}]},
              {"obchodniJmeno":[{"obchodniJmeno":"Hlavní","primarniZaznam":true}],
               "sidlo":[{"sidlo":{"textovaAdresa":"Vzorová 1, 60200 Brno"},"primarniZaznam":true},
                        {"sidlo":{"nazevObce":"Jihlava","nazevUlice":"Vzorová","cisloDomovni":3,"psc":58601},"primarniZaznam":true}]}]}
            """);

        (company.Name, company.Street, company.City, company.PostalCode).ShouldBe(("Hlavní", "Vzorová 3", "Jihlava", "58601"));
    }

    [Fact]
    public void A_company_in_a_log_is_its_number_alone()
    {
        Map("""{"ico":"00177041","dic":"CZ9055011251"}""").ToString().ShouldBe("CZ 00177041");
    }
}
