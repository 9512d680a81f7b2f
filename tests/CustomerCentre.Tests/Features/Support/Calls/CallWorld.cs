using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Support.Calls;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Support.Calls;

/// <summary>A company with a member who calls, an agent who answers, an administrator who hears of misuse.</summary>
internal sealed class CallWorld : IAsyncDisposable
{
    public const string Number = "1234";

    public World World { get; } = new();

    public Guid Member { get; private set; }

    public Guid Agent { get; private set; }

    public Customer Customer { get; private set; } = null!;

    public static async Task<CallWorld> Begin(MemberRole role = MemberRole.Reader)
    {
        var world = new CallWorld();
        world.Member = await world.World.Account();
        world.Agent = await world.Staff("agent@example.cz", "Pavel Novák", OperatorRole.Agent);
        await world.Staff("spravce@example.cz", "Soňa Správná", OperatorRole.Administrator);
        world.Customer = await world.World.KnownCompany(Number, contact: "kontakt@firma.example.cz", members: [(world.Member, role)]);
        return world;
    }

    public async Task<Guid> Staff(string email, string name, OperatorRole role)
    {
        var id = await World.Account(email);
        await World.Db(db => db.Users.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, name)));
        await World.Add(new StaffMember(id, role, World.Time.GetUtcNow()));
        return id;
    }

    public Task<Result<T>> AsAgent<T>(MediatR.IRequest<Result<T>> request, Guid? agent = null) => World.Send(request, agent ?? Agent, [Policies.SupportStaff]);

    public Task<Result<T>> AsLead<T>(MediatR.IRequest<Result<T>> request, Guid lead) => World.Send(request, lead, [Policies.SupportStaff, Policies.SupportLead]);

    /// <summary>The member makes a PIN and reads it.</summary>
    public async Task<string> Pin(Guid? member = null, string number = Number)
    {
        (await World.Send(new MakeSupportPin.Command { Id = Guid.NewGuid(), CustomerNumber = number }, member ?? Member)).IsDone.ShouldBeTrue();
        return (await World.Send(new ReadSupportPin.Query(number), member ?? Member)).Value.Pin!.Digits;
    }

    public Task<Result<ProveByCode.Answer>> Prove(string digits, Guid? agent = null, Guid? id = null, string number = Number) =>
        AsAgent(new ProveByCode.Command { Id = id ?? Guid.NewGuid(), CustomerNumber = number, Digits = digits }, agent);

    /// <summary>Digits that are not these.</summary>
    public static string Wrong(string digits) => (digits[0] == '9' ? '0' : (char)(digits[0] + 1)) + digits[1..];

    /// <summary>The agent opens the customer, as if a caller had been proven.</summary>
    public Task Open(LookUpReason reason = LookUpReason.Call) =>
        World.Add(new LookUp(Guid.NewGuid(), Customer.Id, Agent, OperatorRole.Agent, reason, World.Time.GetUtcNow()));

    public Task<List<LookUp>> LookUps() => World.Db(db => db.LookUps.AsNoTracking().ToListAsync());

    public Task<List<string>> Events() => World.Db(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Event).ToListAsync());

    public async Task<List<OutgoingMail>> Mail(string email) =>
        (await World.Db(db => db.Outbox.AsNoTracking().ToListAsync())).Where(mail => mail.To.Value == email).ToList();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
