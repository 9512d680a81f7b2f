using System.Net;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.AccessRequests;

public sealed class DisputePageTests
{
    [Fact]
    public async Task Of_two_people_with_the_page_open_the_second_reads_that_it_was_used()
    {
        await using var portal = new Portal();
        var (first, second) = await Links(portal);
        using var manager = portal.Browser();
        using var contact = portal.Browser();
        var (one, other) = (await manager.Get($"/access-requests/dispute?token={first}"), await contact.Get($"/access-requests/dispute?token={second}"));

        (await manager.Post(one, "dispute")).Text.ShouldContain(Czech(nameof(AccessRequestsTexts.DisputeDone)));
        var late = await contact.Post(other, "dispute");

        late.Status.ShouldBe(HttpStatusCode.OK);
        late.Text.ShouldContain(Czech(nameof(AccessRequestsTexts.DisputeUsed)));
        late.Html.ShouldNotContain("Dispute.Token");
    }

    private static async Task<(string First, string Second)> Links(Portal portal)
    {
        var now = portal.Time.GetUtcNow();
        var details = new CustomerDetails { Kind = CustomerKind.Company, Country = Country.Czechia, Name = "Známá s.r.o." };
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse("1234"), details, RegisterCheck.None, now);
        var member = customer.Admit(await portal.Account(), MemberRole.Colleague, now);
        var (one, first) = MailedLink.Create(LinkPurpose.DisputeMember, member.Id, now.AddDays(7));
        var (other, second) = MailedLink.Create(LinkPurpose.DisputeMember, member.Id, now.AddDays(7));
        await portal.Db(db =>
        {
            db.AddRange(customer, one, other);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return (first, second);
    }

    private static string Czech(string name) => AccessRequestsTexts.ResourceManager.GetString(name, new("cs"))!;
}
