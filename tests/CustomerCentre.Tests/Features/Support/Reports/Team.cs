using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Reports;

/// <summary>A lead, two agents and a customer they open.</summary>
internal sealed class Team : IAsyncDisposable
{
    public static readonly string[] LeadPolicies = [Policies.SupportStaff, Policies.SupportLead];

    public World World { get; } = new();

    public Guid Lead { get; private set; }

    public Guid Petra { get; private set; }

    public Guid Adam { get; private set; }

    public Customer Customer { get; private set; } = null!;

    public static async Task<Team> Meet()
    {
        var team = new Team();
        team.Lead = await team.World.Staff("lead@example.cz", OperatorRole.Lead);
        team.Petra = await team.Named("petra@example.cz", "Petra Podporová");
        team.Adam = await team.Named("adam@example.cz", "Ádám Ártatlan");
        team.Customer = await team.World.KnownCompany();
        return team;
    }

    public Task Opened(Guid? agent, LookUpReason reason, int daysAgo = 0) =>
        World.Add(new LookUp(Guid.NewGuid(), Customer.Id, agent, OperatorRole.Agent, reason, World.Time.GetUtcNow().AddDays(-daysAgo)));

    public Task Happened(Guid? agent, string what, int daysAgo = 0) => World.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(World.Time.GetUtcNow()),
        At = World.Time.GetUtcNow().AddDays(-daysAgo),
        Event = what,
        AccountId = agent,
        CustomerId = Customer.Id,
    });

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task<Guid> Named(string email, string name)
    {
        var id = await World.Staff(email, OperatorRole.Agent);
        await World.Db(db =>
        {
            db.Users.Single(account => account.Id == id).Name = name;
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return id;
    }
}
