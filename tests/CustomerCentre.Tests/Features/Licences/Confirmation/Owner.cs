using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

/// <summary>A customer whose confirmation is asked for, and the licences it has.</summary>
internal sealed class Owner(string number = "1234567890", CustomerKind kind = CustomerKind.Company)
{
    private static readonly DateOnly Bought = new(2026, 10, 1);
    private static readonly DateTimeOffset Then = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly List<object> rows = [];
    private Customer customer = null!;

    public string Number { get; } = number;

    public Guid Id { get; } = Guid.CreateVersion7();

    public Owner Called(string name, string vatNumber = "CZ25313142")
    {
        customer = Customer.Open(Id, CustomerNumber.Parse(Number), new CustomerDetails
        {
            Kind = kind,
            Country = Country.Czechia,
            Name = name,
            Street = "Lipová 12",
            City = "Jihlava",
            PostalCode = PostalCode.Parse(Country.Czechia, "586 01"),
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, Number[..8]),
            VatNumber = VatNumber.Parse(Country.Czechia, vatNumber),
        }, RegisterCheck.None, Then);
        rows.Add(customer);
        return this;
    }

    public Owner With(Guid account, MemberRole role)
    {
        customer.Admit(account, role, Then);
        return this;
    }

    public Owner Once(string alias)
    {
        rows.Add(new IssuedNumber(CustomerNumber.Parse(alias), Id, Then) { IsCurrent = false });
        return this;
    }

    public Licence Buys(string product, LicenceKind of = LicenceKind.Single, Partner? from = null, Licence? onto = null, int quantity = 1)
    {
        var item = new Product { Id = Guid.CreateVersion7(), Code = Guid.NewGuid().ToString("n"), Name = product, Line = "POHODA" };
        var licence = Licence.Make(Guid.CreateVersion7(), item.Id, of, LicenceNumber.New(), Then, quantity, onto?.Id);
        if (from is not null)
            licence.DeliverTo(from.Id, Bought);
        licence.BindTo(Id, new Purchase(Bought, "2026001"), Then);
        if (onto is null)
            licence.AddSupport(SupportRule.Default.PeriodsFor(licence.Id, Bought));
        rows.AddRange([item, licence]);
        return licence;
    }

    public Partner Meets(string partner)
    {
        var met = new Partner { Id = Guid.CreateVersion7(), Code = Guid.NewGuid().ToString("n"), Name = partner, Country = Country.Czechia };
        rows.Add(met);
        return met;
    }

    public Task Into(World world) => world.Add([.. rows]);

    public Task Into(CustomerCentreDb db)
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    }
}
