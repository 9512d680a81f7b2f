using CustomerCentre.CrashWorker;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Crashes;

/// <summary>
/// Fifty registrations that can all be carried out: every other one opens a new customer with two licences (some for an owner, who is invited), the rest
/// register a further product of a known customer. Half of the purchases are late in their year.
/// </summary>
internal sealed class Work
{
    private const int Count = 50;
    private static readonly DateOnly Delivered = new(2024, 1, 5);
    private static readonly DateOnly Early = new(2024, 3, 10);
    private static readonly DateOnly Late = new(2024, 10, 20);
    private readonly List<Order> orders = [];
    private readonly Product product = new() { Id = Guid.CreateVersion7(), Code = "PH-J", Name = "POHODA Jazz", Line = "POHODA" };
    private readonly Partner partner = new() { Id = Guid.CreateVersion7(), Code = "P1", Name = "Prodejce", Country = Country.Czechia };

    private Work()
    {
    }

    public IReadOnlyList<Order> Orders => orders;

    /// <summary>Writes what the registrations need into the database and lets go of its file.</summary>
    public static async Task<Work> Prepare(World world)
    {
        var (work, rows) = (new Work(), new List<object>());
        for (var i = 0; i < Count; i++)
        {
            var account = await world.Account($"osoba{i}@example.cz");
            var (found, order) = i % 2 == 0 ? work.First(i, account) : work.Further(i, account, world.Time.GetUtcNow());
            work.orders.Add(order);
            rows.AddRange(found);
        }

        await world.Add([work.product, work.partner, .. rows]);
        return await world.Db(db =>
        {
            // A connection that stayed open would spare a restarted worker what a crash leaves behind.
            if (db.Database.GetDbConnection() is SqliteConnection file)
                SqliteConnection.ClearPool(file);
            return Task.FromResult(work);
        });
    }

    /// <summary>The support that an order's purchase opens, as the rule says it in words.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly Until)> SupportOf(Order order) => order.PurchasedOn == Early
        ? [(Early, new(2024, 12, 31))]
        : [(Late, new(2024, 12, 31)), (new(2025, 1, 1), new(2025, 12, 31))];

    private (object[] Rows, Order Order) First(int index, Guid account)
    {
        Licence[] licences = [AtPartner(), AtPartner()];
        return (licences, new Order
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            Licences = [.. licences.Select(NumberOf)],
            PurchasedOn = PurchaseOf(index),
            RegistrationNumber = $"{1000 + index:D8}",
            Owner = index % 5 == 0 ? $"majitel{index}@example.cz" : null,
        });
    }

    private (object[] Rows, Order Order) Further(int index, Guid account, DateTimeOffset now)
    {
        var number = CustomerNumber.Parse($"{20000 + index}");
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Company,
            Country = Country.Czechia,
            Name = "Známá s.r.o.",
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, $"{20000 + index:D8}"),
        };
        var customer = Customer.Open(Guid.CreateVersion7(), number, details, RegisterCheck.None, now);
        customer.Admit(account, MemberRole.Manager, now);
        var licence = AtPartner();
        return ([customer, licence], new Order
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            Licences = [NumberOf(licence)],
            PurchasedOn = PurchaseOf(index),
            CustomerNumber = number.Value,
        });
    }

    private Licence AtPartner()
    {
        var licence = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Single, LicenceNumber.New(), DateTimeOffset.UnixEpoch);
        licence.DeliverTo(partner.Id, Delivered);
        return licence;
    }

    private static DateOnly PurchaseOf(int index) => index % 4 < 2 ? Early : Late;

    private static string NumberOf(Licence licence) => licence.Numbers.Single().Number.Value;
}
