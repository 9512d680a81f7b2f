using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Running;

/// <summary>What tests find in the vendor's records before somebody comes: licences at a partner, known customers.</summary>
public static class Stock
{
    public static readonly DateOnly Delivered = new(2026, 1, 5);

    /// <summary>A licence sold to a partner, with a number of our format unless another is given.</summary>
    public static async Task<Licence> LicenceAtPartner(
        this World world, string? number = null, LicenceKind kind = LicenceKind.Single, DateOnly? soldOn = null, string? saleDocument = null)
    {
        var licence = await world.LicenceInStock(number, kind);
        return await world.Change(licence, async (stored, db) =>
        {
            var partner = await db.Partners.FirstOrDefaultAsync(p => p.Code == "P1");
            if (partner is null)
                db.Partners.Add(partner = new Partner { Id = Guid.CreateVersion7(), Code = "P1", Name = "Prodejce", Country = Country.Czechia });
            stored.DeliverTo(partner.Id, Delivered);
            stored.RememberSale(soldOn, saleDocument);
        });
    }

    public static async Task<Licence> LicenceInStock(this World world, string? number = null, LicenceKind kind = LicenceKind.Single)
    {
        var product = await world.Db(db => db.Products.FirstOrDefaultAsync(p => p.Code == "PH-J"));
        if (product is null)
            await world.Add(product = new Product { Id = Guid.CreateVersion7(), Code = "PH-J", Name = "POHODA Jazz", Line = "POHODA" });
        var licence = Licence.Make(
            Guid.CreateVersion7(), product.Id, kind, number is null ? LicenceNumber.New() : LicenceNumber.Parse(number), world.Time.GetUtcNow());
        await world.Add(licence);
        return licence;
    }

    public static Task<Licence> Change(this World world, Licence licence, Action<Licence> change) =>
        world.Change(licence, (stored, _) => { change(stored); return Task.CompletedTask; });

    public static Task<Licence> Read(this World world, Licence licence) =>
        world.Db(db => db.Licences.Include(l => l.SupportPeriods).SingleAsync(l => l.Id == licence.Id));

    /// <summary>The secret itself, as it stands on the licence confirmation.</summary>
    public static string Text(this Licence licence) => licence.Numbers.Single(number => number.IsCurrent).Number.Display;

    /// <summary>A customer the vendor knows already.</summary>
    public static async Task<Customer> KnownCompany(
        this World world, string number = "1234", string register = "25313142", string? contact = null, (Guid Account, MemberRole Role)[]? members = null)
    {
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Company,
            Country = Country.Czechia,
            Name = "Známá s.r.o.",
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, register),
            Street = "Hlavní 1",
            City = "Jihlava",
            PostalCode = PostalCode.Parse(Country.Czechia, "586 01"),
        };
        return await world.Known(number, details, contact, members);
    }

    public static async Task<Customer> KnownConsumer(this World world, string number = "5678", string family = "Nováková", string? contact = null) =>
        await world.Known(number, new CustomerDetails
        {
            Kind = CustomerKind.Consumer,
            Country = Country.Czechia,
            Name = $"Jana {family}",
            FamilyName = family,
            Street = "Krátká 2",
            City = "Brno",
            PostalCode = PostalCode.Parse(Country.Czechia, "602 00"),
        }, contact, null);

    private static async Task<Customer> Known(this World world, string number, CustomerDetails details, string? contact, (Guid Account, MemberRole Role)[]? members)
    {
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse(number), details, RegisterCheck.None, world.Time.GetUtcNow());
        if (contact is not null)
            customer.AddContact("Kontakt", EmailAddress.Parse(contact), null);
        foreach (var (account, role) in members ?? [])
            customer.Admit(account, role, world.Time.GetUtcNow());
        await world.Add(customer);
        return customer;
    }

    private static Task<Licence> Change(this World world, Licence licence, Func<Licence, CustomerCentre.Data.CustomerCentreDb, Task> change) => world.Db(async db =>
    {
        var stored = await db.Licences.Include(l => l.Numbers).Include(l => l.SupportPeriods).SingleAsync(l => l.Id == licence.Id);
        await change(stored, db);
        await db.SaveChangesAsync();
        return stored;
    });
}
