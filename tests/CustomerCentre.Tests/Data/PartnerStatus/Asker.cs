using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data.PartnerStatus;

/// <summary>A partner that asks, and customers to ask about.</summary>
internal static class Asker
{
    public const string Number = "1234";
    public const string Register = "25313142";

    public static async Task<Guid> AskingPartner(this World world, string code = "P1")
    {
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = code, Name = "Prodejce", Country = Country.Czechia };
        await world.Add(partner);
        return partner.Id;
    }

    /// <summary>A known company with one licence, bought in the year of the test.</summary>
    public static async Task<Customer> Holder(this World world, string number = Number, string register = Register, DateOnly? boughtOn = null)
    {
        var customer = await world.KnownCompany(number, register, contact: "kontakt@example.cz");
        var licence = await world.LicenceInStock();
        await world.Change(licence, stored =>
        {
            stored.BindTo(customer.Id, new Purchase(boughtOn ?? new DateOnly(2026, 3, 1), null), world.Time.GetUtcNow());
            stored.AddSupport(SupportRule.Default.PeriodsFor(stored.Id, boughtOn ?? new DateOnly(2026, 3, 1)));
        });
        return customer;
    }

    public static Task<StatusReply> Ask(this World world, Guid partnerId, params (string Number, string Register)[] pairs) =>
        world.Services.GetRequiredService<StatusDesk>().Check(
            new StatusAsking(partnerId, null, CheckChannel.Api, CheckPurpose.Support), [.. pairs.Select(pair => new StatusPair(pair.Number, pair.Register))],
            TestContext.Current.CancellationToken);

    public static Task<List<PartnerCheck>> Checks(this World world) => world.Db(db => db.PartnerChecks.AsNoTracking().OrderBy(check => check.Id).ToListAsync());

    public static Task<int> Say(this World world, Customer customer, bool? allowed) => world.Db(async db =>
    {
        (await db.Customers.SingleAsync(c => c.Id == customer.Id)).PartnerChecks = allowed;
        return await db.SaveChangesAsync();
    });
}
