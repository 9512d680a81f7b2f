using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

/// <summary>A customer with licences, made without a database; <see cref="Rows"/> are then added to one.</summary>
public sealed class Holding
{
    private readonly List<object> rows = [];
    private readonly Partner partner = new() { Id = Guid.CreateVersion7(), Code = $"P-{Guid.NewGuid():n}"[..20], Name = "Počítače Novák", Country = Country.Czechia };

    public Holding(string number, string name, params Guid[] members)
    {
        Customer = Customer.Open(
            Guid.CreateVersion7(), CustomerNumber.Parse(number), new CustomerDetails { Kind = CustomerKind.Consumer, Country = Country.Czechia, Name = name },
            RegisterCheck.None, DateTimeOffset.UnixEpoch);
        foreach (var member in members)
            Customer.Admit(member, MemberRole.Colleague, DateTimeOffset.UnixEpoch);
        rows.AddRange([Customer, partner]);
    }

    public Customer Customer { get; }

    public object[] Rows => [.. rows];

    public Holding With(Guid member, MemberRole role)
    {
        Customer.Admit(member, role, DateTimeOffset.UnixEpoch);
        return this;
    }

    /// <summary>A licence of the customer, or of nobody.</summary>
    public Licence Add(string product, LicenceKind kind = LicenceKind.Single, bool fromPartner = false, int quantity = 1, Licence? basis = null, bool bound = true, params int[] support)
    {
        var sold = new Product { Id = Guid.CreateVersion7(), Code = $"{Guid.NewGuid():n}", Name = product, Line = "POHODA" };
        var licence = Licence.Make(Guid.CreateVersion7(), sold.Id, kind, LicenceNumber.New(), DateTimeOffset.UnixEpoch, quantity, basis?.Id);
        if (fromPartner)
            licence.DeliverTo(partner.Id, new(2025, 1, 1));
        if (bound)
            licence.BindTo(Customer.Id, new Purchase(new(2025, 3, 14), "FV-1"), new DateTimeOffset(2025, 3, 14, 9, 0, 0, TimeSpan.Zero));
        licence.AddSupport(support.Select(year => new SupportPeriod(licence.Id, new(year, 1, 1), new(year, 12, 31), SupportSource.Accounting)));
        rows.AddRange([sold, licence]);
        return licence;
    }

    public static string NumberOf(Licence licence) => licence.Numbers.Single(number => number.IsCurrent).Number.Display;

    public Task SaveTo(Portal portal) => portal.Db(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Gives a licence a new number; the old one stays as its past.</summary>
    public static async Task<LicenceNumber> Replace(CustomerCentreDb db, Licence licence, DateTimeOffset at)
    {
        var former = db.LicenceNumbers.Single(number => number.LicenceId == licence.Id);
        former.IsCurrent = false;
        await db.SaveChangesAsync();
        var number = LicenceNumber.New();
        db.Add(new IssuedLicenceNumber(number, licence.Id, at));
        await db.SaveChangesAsync();
        return number;
    }
}
