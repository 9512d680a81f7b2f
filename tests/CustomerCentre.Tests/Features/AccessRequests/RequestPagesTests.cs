using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.AccessRequests;

public sealed class RequestPagesTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    [Fact]
    public async Task An_administrator_reads_the_evidence_and_lets_the_person_in()
    {
        var (administrator, company) = (await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator), new Holding("7401", "Firma 7401"));
        await company.SaveTo(portal);
        var jana = await portal.Account();
        var request = await Asked(jana, company.Customer.Id, "<b>Vedu účetnictví</b>");

        (await administrator.Get("/administration/requests")).Document.QuerySelector($"a[href='/administration/requests/{request}']")!.TextContent.ShouldBe("jana@example.cz");
        var page = await administrator.Get($"/administration/requests/{request}");
        page.Heading.ShouldBe("jana@example.cz");
        page.Text.ShouldContain("Firma 7401");
        page.Text.ShouldContain("<b>Vedu účetnictví</b>");
        page.Html.ShouldNotContain("<b>Vedu");

        (await administrator.Post(page, "decide", ("Decision.Role", nameof(MemberRole.Reader)), ("Decision.Approve", "true"))).Leads.ShouldBe("/administration/requests?decided=true");
        (await portal.Db(db => db.Members.SingleAsync(member => member.AccountId == jana))).Role.ShouldBe(MemberRole.Reader);
        (await administrator.Get("/administration/requests?decided=true")).Document.QuerySelector(".empty").ShouldNotBeNull();
        (await administrator.Get($"/administration/requests/{request}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_request_that_leads_nowhere_can_only_be_refused()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var request = await Asked(await portal.Account(), null, null);

        var page = await administrator.Get($"/administration/requests/{request}");
        page.Document.QuerySelectorAll("button[name='Decision.Approve']").Select(button => button.GetAttribute("value")).ShouldBe(["false"]);
        (await administrator.Post(page, "decide", ("Decision.Approve", "false"))).Leads.ShouldNotBeNull();
        (await portal.Db(db => db.AccessRequests.SingleAsync())).State.ShouldBe(AccessRequestState.Refused);
    }

    [Fact]
    public async Task Many_requests_come_by_pages_the_oldest_first()
    {
        var administrator = await portal.SignedInAs("spravce@example.cz", OperatorRole.Administrator);
        var jana = await portal.Account();
        for (var i = 0; i <= ListPendingRequests.PageSize; i++)
            await Asked(jana, null, null);

        (await administrator.Get("/administration/requests")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(ListPendingRequests.PageSize);
        var second = await administrator.Get("/administration/requests?page=2");
        second.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        second.Document.QuerySelector("main a[href='/administration/requests?page=1']").ShouldNotBeNull();
        (await administrator.Get("/administration/requests?page=-3")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(ListPendingRequests.PageSize);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<Guid> Asked(Guid account, Guid? customer, string? message)
    {
        var request = new AccessRequest(Guid.CreateVersion7(), account, "7401", "25313142", portal.Time.GetUtcNow()) { CustomerId = customer, Message = message };
        await portal.Db(db =>
        {
            db.Add(request);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return request.Id;
    }
}
