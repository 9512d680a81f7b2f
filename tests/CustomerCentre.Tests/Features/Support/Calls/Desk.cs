using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Support;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Support.Calls;

/// <summary>An agent at a browser and a company with a manager who also acts for another one.</summary>
internal sealed record Desk(Portal Portal, Browser Browser, Guid Agent, Guid Manager, Holding Company, Licence Licence, Licence Elsewhere, string Number)
{
    public static async Task<Desk> At(Portal portal, string number, bool isOpen = true)
    {
        var agent = await Person.At(portal);
        await Save(portal, new StaffMember(agent.Id, OperatorRole.Agent, portal.Time.GetUtcNow()));
        var manager = await portal.Account($"{Guid.NewGuid():n}@example.cz");
        var company = new Holding(number, $"Firma {number}").With(manager, MemberRole.Manager);
        var licence = company.Add($"POHODA {number}", support: [2026]);
        await company.SaveTo(portal);
        var other = new Holding($"9{number}", $"Jiná {number}").With(manager, MemberRole.Manager);
        var elsewhere = other.Add($"PAMICA {number}");
        await other.SaveTo(portal);
        var desk = new Desk(portal, agent.Browser, agent.Id, manager, company, licence, elsewhere, number);
        if (isOpen)
            await desk.Open();
        return desk;
    }

    public string Pages => $"/companies/{Number}";

    public string Support => $"/support/customers/{Number}";

    public Task Open() => Save(Portal, new LookUp(Guid.NewGuid(), Company.Customer.Id, Agent, OperatorRole.Agent, LookUpReason.Call, Portal.Time.GetUtcNow()));

    public async Task<WebPage> SeeAs() => await Browser.Post(await Browser.Get($"{Support}/see-as"), "see-as");

    public Task<List<string>> Events() =>
        Portal.Db(db => db.Audit.Where(entry => entry.CustomerId == Company.Customer.Id).OrderBy(entry => entry.Id).Select(entry => entry.Event).ToListAsync());

    private static Task<int> Save(Portal portal, object row) => portal.Db(db =>
    {
        db.Add(row);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
