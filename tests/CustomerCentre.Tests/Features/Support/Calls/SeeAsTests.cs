using System.Net;
using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Calls;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Support.Calls;

public sealed class SeeAsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_agent_sees_what_the_customers_people_see_under_a_banner_and_it_is_written_down()
    {
        var desk = await Desk.At(portal, "7101");
        (await desk.Browser.Get(desk.Pages)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await desk.SeeAs()).Leads.ShouldBe(desk.Pages);

        var until = portal.Time.GetUtcNow().AddMinutes(30).ToClock();
        foreach (var path in (string[])[desk.Pages, $"{desk.Pages}/licences", $"{desk.Pages}/licences/{desk.Licence.Id}"])
        {
            var page = await desk.Browser.Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Document.QuerySelector(".see-as")!.TextContent.ShouldContain($"do {until}");
            page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        var entry = await portal.Db(db => db.Audit.SingleAsync(e => e.CustomerId == desk.Company.Customer.Id && e.Event == "SeenAsCustomer"));
        (entry.AccountId, entry.SubjectId).ShouldBe((desk.Agent, desk.Manager));
    }

    [Fact]
    public async Task Nothing_else_of_the_portal_changes_for_the_agent()
    {
        var desk = await Desk.At(portal, "7102");
        await desk.SeeAs();
        await desk.Browser.Get(desk.Pages);

        desk.Browser.Cookies.Keys.ShouldNotContain("__Host-company");
        foreach (var path in (string[])["/companies", "/account/profile"])
        {
            var page = await desk.Browser.Get(path);
            page.Document.QuerySelector(".see-as").ShouldBeNull(path);
            page.Text.ShouldNotContain("Firma 7102");
        }
    }

    [Fact]
    public async Task Other_companies_of_the_member_are_not_there()
    {
        var desk = await Desk.At(portal, "7103");
        await desk.SeeAs();

        var page = await desk.Browser.Get(desk.Pages);
        page.Document.QuerySelector(".menu-company")!.TextContent.ShouldNotContain("Jiná");
        foreach (var path in (string[])["/companies/97103", "/companies/97103/licences", $"/companies/97103/licences/{desk.Elsewhere.Id}", $"{desk.Pages}/licences/{desk.Elsewhere.Id}"])
        {
            var other = await desk.Browser.Get(path);
            other.Status.ShouldBe(HttpStatusCode.NotFound, path);
            other.Html.ShouldNotContain("PAMICA 7103");
        }
    }

    [Fact]
    public async Task Numbers_and_the_pin_are_not_shown_and_no_form_does_anything()
    {
        var desk = await Desk.At(portal, "7104");
        await desk.SeeAs();

        var licence = await desk.Browser.Get($"{desk.Pages}/licences/{desk.Licence.Id}");
        (await desk.Browser.Post(licence, "reveal")).Html.ShouldNotContain(Holding.NumberOf(desk.Licence));
        (await desk.Browser.Get($"{desk.Pages}/confirmation")).Html.ShouldNotContain(Holding.NumberOf(desk.Licence));
        (await desk.Browser.Get($"{desk.Pages}/confirmation.pdf")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await desk.Browser.Get($"{desk.Pages}/support-pin")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Events()).ShouldBe(["SeenAsCustomer"]);
        (await portal.Db(db => db.CallerCodes.AnyAsync(code => code.CustomerId == desk.Company.Customer.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_that_hold_a_circuit_are_refused()
    {
        var desk = await Desk.At(portal, "7105");
        await desk.SeeAs();
        var page = await desk.Browser.Get($"{desk.Pages}/registrations/new");
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Html.ShouldNotContain("\"type\":\"server\"");
    }

    [Fact]
    public async Task It_ends_after_half_an_hour()
    {
        var desk = await Desk.At(portal, "7106");
        await desk.SeeAs();
        var cookie = desk.Browser.Cookies["__Host-see-as"];
        portal.Time.Advance(SeeAsCustomer.Lasts);

        var page = await desk.Browser.Get(desk.Pages);
        page.Leads.ShouldBe($"{desk.Support}/see-as?over=true");
        page.Html.ShouldNotContain("Firma 7106");
        (await desk.Browser.Get(page.Leads!)).Text.ShouldContain("jeho čas uplynul");
        desk.Browser.Cookies["__Host-see-as"] = cookie;
        (await desk.Browser.Get(desk.Pages)).Html.ShouldNotContain("Firma 7106");
    }

    [Fact]
    public async Task It_ends_with_the_look_up_it_rests_on()
    {
        var desk = await Desk.At(portal, "7107");
        portal.Time.Advance(LookUp.Lasts - TimeSpan.FromMinutes(5));
        await desk.SeeAs();
        (await desk.Browser.Get(desk.Pages)).Status.ShouldBe(HttpStatusCode.OK);
        portal.Time.Advance(TimeSpan.FromMinutes(5));
        (await desk.Browser.Get(desk.Pages)).Leads.ShouldNotBeNull();
    }

    [Fact]
    public async Task In_another_session_the_cookie_is_worth_nothing()
    {
        var desk = await Desk.At(portal, "7108");
        await desk.SeeAs();
        var thief = await Desk.At(portal, "7109");
        thief.Browser.Cookies["__Host-see-as"] = desk.Browser.Cookies["__Host-see-as"];

        (await thief.Browser.Get(desk.Pages)).Status.ShouldBe(HttpStatusCode.NotFound);
        thief.Browser.Cookies["__Host-see-as"] = "of another";
        (await thief.Browser.Get(desk.Pages)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_agent_who_lost_the_role_sees_nothing_more()
    {
        var desk = await Desk.At(portal, "7110");
        await desk.SeeAs();
        await portal.Db(db => db.StaffMembers.Where(staff => staff.AccountId == desk.Agent).ExecuteDeleteAsync());
        (await desk.Browser.Get(desk.Pages)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_banner_ends_it()
    {
        var desk = await Desk.At(portal, "7111");
        await desk.SeeAs();
        (await desk.Browser.Post(await desk.Browser.Get(desk.Pages), "/support/see-as/end")).Leads.ShouldBe(desk.Support);
        (await desk.Browser.Get(desk.Pages)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_open_look_up_it_does_not_begin()
    {
        var desk = await Desk.At(portal, "7112", isOpen: false);
        (await desk.Browser.Get($"{desk.Support}/see-as")).Leads.ShouldBe(desk.Support);

        await desk.Open();
        var page = await desk.Browser.Get($"{desk.Support}/see-as");
        portal.Time.Advance(LookUp.Lasts);
        await desk.Browser.Post(page, "see-as");
        desk.Browser.Cookies.Keys.ShouldNotContain("__Host-see-as");
    }

    [Fact]
    public async Task A_company_without_people_has_no_eyes()
    {
        var desk = await Desk.At(portal, "7113");
        await portal.Db(db => db.Members.Where(member => member.CustomerId == desk.Company.Customer.Id).ExecuteDeleteAsync());
        (await desk.SeeAs()).Text.ShouldContain("nikdo nejedná");
        desk.Browser.Cookies.Keys.ShouldNotContain("__Host-see-as");
    }

    [Fact]
    public async Task The_eyes_are_the_first_managers()
    {
        await using var world = await CallWorld.Begin(MemberRole.Reader);
        await world.Open();
        var manager = await world.World.Account("eva@example.cz");
        await world.World.Add(new Member(world.Customer.Id, manager, MemberRole.Manager, world.World.Time.GetUtcNow().AddDays(1)));
        (await world.AsAgent(new SeeAsCustomer.Command(CallWorld.Number))).Value.MemberAccountId.ShouldBe(manager);
    }

    [Fact]
    public async Task No_command_passes_whatever_it_is_and_no_secret()
    {
        var requests = typeof(Program).Assembly.GetTypes().Where(type => type is { IsAbstract: false, Name: "Command" } && type.IsAssignableTo(typeof(IBaseRequest))).ToList();
        requests.Count.ShouldBeGreaterThan(20);
        var seen = new CurrentUser();
        seen.SignIn(Guid.NewGuid(), Guid.NewGuid(), [Policies.SupportStaff, Policies.OperatorAdministrator]);
        seen.SeeAs(Guid.NewGuid(), new(seen.Id, Guid.NewGuid(), "1234", DateTimeOffset.MaxValue));
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().CopyFrom(seen);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        foreach (var type in requests)
        {
            dynamic request = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            await Should.ThrowAsync<NotAllowedException>((Func<Task>)(() => mediator.Send(request)), type.FullName);
        }
    }

    [Fact]
    public async Task What_is_written_while_looking_is_the_agents_doing()
    {
        var desk = await Desk.At(portal, "7114");
        await using var scope = portal.Services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        user.SignIn(desk.Agent, Guid.NewGuid(), [Policies.SupportStaff]);
        user.SeeAs(desk.Manager, new(desk.Agent, desk.Company.Customer.Id, desk.Number, DateTimeOffset.MaxValue));
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Add("Test");
        scope.ServiceProvider.GetRequiredService<CustomerCentreDb>().Audit.Local.Single().AccountId.ShouldBe(desk.Agent);
    }
}
