using CustomerCentre.Data.Lookup;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Lookup;

public sealed class CustomerLookupTests
{
    [Theory]
    [InlineData("5000000016")]
    [InlineData("500 000 0016")]
    [InlineData("5000")]
    public async Task A_customer_is_found_by_its_number_and_its_beginning(string text)
    {
        await using var world = new World();
        await world.Known("5000000016", "Alfa", "25313142");
        await world.Known("6000000016", "Beta");
        var row = (await world.Find(text)).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Why, row.Name, row.Kind, row.City, row.RegistrationNumber).ShouldBe(
            ("5000000016", LookupKind.CustomerNumber, "Alfa", CustomerKind.Company, "Jihlava", "25313142"));
    }

    [Fact]
    public async Task A_number_left_from_a_merge_leads_to_the_customer_of_today_and_says_that_it_is_old()
    {
        await using var world = new World();
        var customer = await world.Known("5000000016", "Alfa");
        await world.Add(new IssuedNumber(CustomerNumber.Parse("99887"), customer.Id, world.Time.GetUtcNow()) { IsCurrent = false });
        var row = (await world.Find("99887")).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Matched, row.IsOld).ShouldBe(("5000000016", "99887", true));
    }

    [Theory]
    [InlineData("25313142", LookupKind.RegistrationNumber)]
    [InlineData("253 13 142", LookupKind.RegistrationNumber)]
    [InlineData("CZ25313142", LookupKind.VatNumber)]
    [InlineData("cz 253 13 142", LookupKind.VatNumber)]
    [InlineData("2022749619", LookupKind.VatNumber)]
    public async Task A_company_is_found_by_what_registers_call_it(string text, LookupKind why)
    {
        await using var world = new World();
        await world.Known("1234", "Alfa", "25313142", VatNumber.Parse(Country.Czechia, "CZ25313142"), "2022749619");
        await world.Known("5678", "Beta", "45274649");
        var row = (await world.Find(text)).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Why, row.Rank).ShouldBe(("1234", why, LookupRank.Exact));
    }

    [Fact]
    public async Task A_Slovak_VAT_number_is_found_without_its_country()
    {
        await using var world = new World();
        await world.Known("1234", "Alfa", null, VatNumber.Parse(Country.Slovakia, "SK2022749619"));
        (await world.Numbers("2022749619")).ShouldBe(["1234"]);
    }

    [Fact]
    public async Task A_VAT_number_that_may_be_a_birth_number_finds_and_is_not_repeated()
    {
        await using var world = new World();
        await world.Known("1234", "Jana Nová", "25313142", VatNumber.Parse(Country.Czechia, "CZ9055011251"));
        (await world.Find("CZ9055011251")).Rows.ShouldHaveSingleItem().Matched.ShouldBe("");
    }

    [Theory]
    [InlineData("priklad")]
    [InlineData("PŘÍKLAD")]
    [InlineData("zluty priklad")]
    [InlineData("příkl žlut")]
    [InlineData("Žlutý příklad, s. r. o.")]
    [InlineData("brno zl pr")]
    public async Task A_name_is_found_without_diacritics_by_beginnings_of_words_in_any_order(string text)
    {
        await using var world = new World();
        await world.Known("1234", "Žlutý příklad Brno, s.r.o.");
        await world.Known("5678", "Žlutá řepa Brno, s.r.o.");
        (await world.Numbers(text)).ShouldBe(["1234"]);
    }

    [Fact]
    public async Task Exact_comes_before_beginnings_and_these_before_words()
    {
        await using var world = new World();
        await world.Known("1001", "Stavby Novák");
        await world.Known("1002", "Novák a syn");
        await world.Known("1003", "Novák");
        await world.Known("1004", "Stavby Novákovi");
        await world.Known("1005", "Jiný", change: customer => customer.AddContact(null, EmailAddress.Parse("novak@example.cz"), null));
        (await world.Find("novak")).Rows.Select(row => (row.CustomerNumber, row.Why, row.Rank)).ShouldBe([
            ("1003", LookupKind.Name, LookupRank.Exact), ("1002", LookupKind.Name, LookupRank.Prefix), ("1005", LookupKind.Email, LookupRank.Prefix),
            ("1001", LookupKind.Name, LookupRank.Words), ("1004", LookupKind.Name, LookupRank.Words)]);
    }

    [Fact]
    public async Task Whole_words_come_before_beginnings_of_words()
    {
        await using var world = new World();
        await world.Known("1001", "Firma Janata Novákovi");
        await world.Known("1002", "Firma Jan Novák");
        (await world.Numbers("novak jan")).ShouldBe(["1002", "1001"]);
    }

    [Theory]
    [InlineData("kontakt@example.cz")]
    [InlineData("KONTAKT@Example.cz")]
    [InlineData("kontakt@")]
    [InlineData("clen@example.cz")]
    [InlineData("clen@exa")]
    [InlineData("kont")]
    public async Task A_customer_is_found_by_the_e_mail_of_a_contact_and_of_a_member(string text)
    {
        await using var world = new World();
        var account = await world.Account("clen@example.cz");
        await world.Account("clenstvi-nema@example.cz");
        await world.Known("1234", "Alfa", change: customer =>
        {
            customer.AddContact(null, EmailAddress.Parse("Kontakt@example.cz"), null);
            customer.Admit(account, MemberRole.Reader, world.Time.GetUtcNow());
        });
        var row = (await world.Find(text)).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Why).ShouldBe(("1234", LookupKind.Email));
        row.Matched.ShouldEndWith("@example.cz");
    }

    [Theory]
    [InlineData("777123456")]
    [InlineData("777 123 456")]
    [InlineData("+420 777 123 456")]
    [InlineData("00420777123456")]
    [InlineData("+420 777 12")]
    [InlineData("905 123 456")]
    [InlineData("0905/123 456")]
    public async Task A_customer_is_found_by_the_phone_of_a_contact(string text)
    {
        await using var world = new World();
        await world.Known("1234", "Alfa", change: customer =>
        {
            customer.AddContact(null, null, PhoneNumber.Parse("777123456", Country.Czechia));
            customer.AddContact(null, null, PhoneNumber.Parse("905123456", Country.Slovakia));
        });
        var row = (await world.Find(text)).Rows.ShouldHaveSingleItem();
        (row.CustomerNumber, row.Why).ShouldBe(("1234", LookupKind.Phone));
    }

    [Fact]
    public async Task A_customer_that_fits_in_several_ways_stands_once_where_it_fits_best()
    {
        await using var world = new World();
        await world.Known("25313142", "Alfa", "25313142");
        (await world.Find("25313142")).Rows.ShouldHaveSingleItem().Why.ShouldBe(LookupKind.CustomerNumber);
    }

    [Fact]
    public async Task No_more_than_twenty_rows_are_given_and_it_is_said_that_there_are_more()
    {
        await using var world = new World();
        for (var i = 0; i < 25; i++)
            await world.Known($"{2000 + i}", $"Stavby {i}");
        var answer = await world.Find("stavby");
        (answer.Rows.Count, answer.HasMore).ShouldBe((CustomerLookup.MostRows, true));
        (await world.Find("stavby 7")).HasMore.ShouldBeFalse();
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%%%%")]
    [InlineData("____")]
    [InlineData("no%")]
    [InlineData("novak*")]
    [InlineData("\"novak\" OR 1=1 --")]
    [InlineData("novak' OR '1'='1")]
    [InlineData("NEAR(novak jan)")]
    [InlineData("novak AND NOT jan")]
    [InlineData("[a-z]ova")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("@@@@")]
    [InlineData("\uD800\uDFFF\uFFFE")]
    [InlineData("🏠🏠🏠")]
    public async Task Wildcards_operators_and_control_characters_are_letters_like_others_or_nothing(string text)
    {
        await using var world = new World();
        await world.Known("1234", "Jiří Malý", change: customer => customer.AddContact(null, EmailAddress.Parse("maly@example.cz"), null));
        (await world.Find(text)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_text_is_refused_and_the_longest_allowed_is_answered()
    {
        await using var world = new World();
        (await world.Find(new string('9', 10_000))).State.ShouldBe(TypedSearchState.TooLong);
        (await world.Find(string.Join(' ', Enumerable.Range(10, 36).Select(i => $"slov{i}")))).State.ShouldBe(TypedSearchState.Ready);
    }

    [Fact]
    public async Task A_search_does_not_wait_for_somebody_who_is_writing()
    {
        await using var world = new World();
        await world.Known("1234", "Alfa");
        await world.Db(async db =>
        {
            await using var writing = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(customer => customer.NameKey, "BETA"), TestContext.Current.CancellationToken);
            var found = await world.Numbers("alfa").WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            found.ShouldBe(["1234"]);
            return found;
        });
    }
}
