using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Running;

/// <summary>People of the operator and of partners.</summary>
public static class Roles
{
    public static async Task<Guid> Staff(this World world, string email, OperatorRole role)
    {
        var account = await world.Account(email);
        await world.Add(new StaffMember(account, role, world.Time.GetUtcNow()));
        return account;
    }

    /// <summary>Somebody whose role is switched off, because nobody has used it: who hears of nothing.</summary>
    public static async Task IdleAdministrator(this World world) =>
        await world.Add(new StaffMember(await world.Account("zapomenuty@example.cz"), OperatorRole.Administrator, world.Time.GetUtcNow().AddDays(-StaffMember.IdleDays)));

    public static async Task<Partner> Partner(this World world, string code = "P1", string name = "Prodejce", string? register = null, string? email = null)
    {
        var partner = new Partner
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            Name = name,
            Country = Country.Czechia,
            RegistrationNumber = register is null ? null : RegistrationNumber.Parse(Country.Czechia, register),
            Email = email is null ? null : EmailAddress.Parse(email),
        };
        await world.Add(partner);
        return partner;
    }

    public static async Task<Guid> WorksFor(this World world, Partner partner, string email, PartnerRole role = PartnerRole.Manager)
    {
        var account = await world.Account(email);
        await world.Add(new PartnerMember(partner.Id, account, role, world.Time.GetUtcNow()));
        return account;
    }

    /// <summary>A browser in which one of the operator's people has signed in.</summary>
    public static async Task<Browser> SignedInAs(this Portal portal, string email, OperatorRole role)
    {
        var browser = await portal.SignedIn(email);
        await portal.Db(async db =>
        {
            db.Add(new StaffMember((await db.Users.SingleAsync(a => a.Email == email)).Id, role, portal.Time.GetUtcNow()));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return browser;
    }
}
