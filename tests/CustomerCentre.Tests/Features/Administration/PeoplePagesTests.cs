using System.Net;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Administration;

public sealed class PeoplePagesTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    [Fact]
    public async Task A_role_works_from_the_next_request_and_stops_with_the_next_request()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var jana = await portal.SignedIn();
        (await jana.Get("/administration/audit")).Status.ShouldNotBe(HttpStatusCode.OK);

        var given = await administrator.Post(
            await administrator.Get("/administration/people"), "give", ("Given.Email", "jana@example.cz"), ("Given.Role", nameof(OperatorRole.Auditor)));
        given.Leads.ShouldBe("/administration/people?changed=true");
        (await administrator.Get(given.Leads!)).Text.ShouldContain("jana@example.cz");
        (await jana.Get("/administration/audit")).Status.ShouldBe(HttpStatusCode.OK);

        var person = await administrator.Get($"/administration/people/{await IdOf("jana@example.cz")}");
        (await administrator.Post(person, "take-Auditor")).Leads.ShouldBe("/administration/people?changed=true");
        (await jana.Get("/administration/audit")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_given_is_said_at_the_field()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var answer = await administrator.Post(
            await administrator.Get("/administration/people"), "give", ("Given.Email", "nikdo@example.cz"), ("Given.Role", nameof(OperatorRole.Agent)));
        answer.Document.QuerySelector(".summary")!.TextContent.ShouldContain(PeopleTexts.NoAccount);
        answer.Form("give").Fields["Given.Email"].ShouldBe("nikdo@example.cz");
    }

    [Fact]
    public async Task On_the_page_of_oneself_nothing_can_be_pressed()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var page = await administrator.Get($"/administration/people/{await IdOf("spravce@example.cz")}");
        page.Text.ShouldContain(PeopleTexts.OwnRoles);
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await administrator.Get($"/administration/people/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_switched_off_role_is_marked_and_switched_on_again()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        await portal.SignedInAs("agent@example.cz", OperatorRole.Agent);
        await portal.Db(db => db.StaffMembers.Where(staff => staff.Role == OperatorRole.Agent)
            .ExecuteUpdateAsync(set => set.SetProperty(staff => staff.UsedAt, portal.Time.GetUtcNow().AddDays(-StaffMember.IdleDays))));
        (await administrator.Get("/administration/people")).Text.ShouldContain(PeopleTexts.Off);

        var person = await administrator.Get($"/administration/people/{await IdOf("agent@example.cz")}");
        (await administrator.Post(person, "on-Agent")).Leads.ShouldNotBeNull();
        (await administrator.Get("/administration/people")).Text.ShouldNotContain(PeopleTexts.Off);
    }

    [Fact]
    public async Task People_are_searched_by_a_post_so_that_no_name_stands_in_an_address()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        foreach (var n in Enumerable.Range(0, 11))
            await portal.SignedInAs($"agent{n}@example.cz", OperatorRole.Agent);
        var found = await administrator.Post(await administrator.Get("/administration/people"), "search", ("Looked.Text", "agent7"));
        found.Document.QuerySelectorAll("tbody tr").Single().TextContent.ShouldContain("agent7@example.cz");
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private Task<Guid> IdOf(string email) => portal.Db(db => db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());
}
