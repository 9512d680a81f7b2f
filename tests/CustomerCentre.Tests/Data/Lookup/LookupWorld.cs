using CustomerCentre.Data.Lookup;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Support;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Lookup;

/// <summary>Customers to be found, and an agent who looks for them.</summary>
internal static class LookupWorld
{
    public static async Task<LookupAnswer> Find(this World world, string? text) =>
        (await world.Send(new FindCustomers.Query(text), Guid.CreateVersion7(), [Policies.SupportStaff])).Value;

    /// <summary>The numbers of the customers found, in the order of the answer.</summary>
    public static async Task<List<string?>> Numbers(this World world, string text) => [.. (await world.Find(text)).Rows.Select(row => row.CustomerNumber)];

    public static async Task<Customer> Known(
        this World world, string number, string name, string? register = null, VatNumber? vat = null, string? tax = null, Action<Customer>? change = null)
    {
        var details = new CustomerDetails
        {
            Kind = register is null ? CustomerKind.Consumer : CustomerKind.Company,
            Country = Country.Czechia,
            Name = name,
            RegistrationNumber = register is null ? null : RegistrationNumber.Parse(Country.Czechia, register),
            VatNumber = vat,
            TaxNumber = SlovakTaxNumber.TryParse(tax),
            City = "Jihlava",
        };
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse(number), details, RegisterCheck.None, world.Time.GetUtcNow());
        change?.Invoke(customer);
        await world.Add(customer);
        return customer;
    }

    public static async Task<Licence> LicenceOf(this World world, Customer? customer, params string[] numbers)
    {
        var licence = await world.LicenceInStock(numbers[0]);
        return await world.Db(async db =>
        {
            var stored = await db.Licences.Include(l => l.Numbers).SingleAsync(l => l.Id == licence.Id);
            foreach (var number in numbers.Skip(1))
                db.Add(stored.ReplaceNumber(LicenceNumber.Parse(number), world.Time.GetUtcNow()));
            if (customer is not null)
                stored.BindTo(customer.Id, new Purchase(new(2026, 1, 5), "FV-1"), world.Time.GetUtcNow());
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return stored;
        });
    }
}
