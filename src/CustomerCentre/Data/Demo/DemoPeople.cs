using CustomerCentre.Domain;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Demo;

/// <summary>Gives the demo worlds their people. No file could: files never bring passwords, nor rights over the operator.</summary>
internal static class DemoPeople
{
    public static async Task Add(CustomerCentreDb db, IPasswordHasher<Account> hasher, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accounts = await db.Users.ToDictionaryAsync(account => account.Email!, cancellationToken);
        // One hash for all: computing one takes a tenth of a second on purpose.
        var password = hasher.HashPassword(new Account(), DemoAccounts.Password);
        foreach (var person in SignIn.All)
        {
            if (!accounts.TryGetValue(person.Email, out var account))
                db.Add(accounts[person.Email] = account = NewAccount.For(EmailAddress.Parse(person.Email), now));
            (account.Name, account.PasswordHash) = (person.Name, password);
        }

        // Also those whom a file brought beside them: Production must know every one of them.
        foreach (var account in accounts.Values)
            account.IsDemo = true;

        var seller = await db.Partners.OrderBy(partner => partner.Code).FirstAsync(cancellationToken);
        db.Add(new PartnerMember(seller.Id, accounts[SignIn.Partner].Id, PartnerRole.Manager, now));
        db.Add(new PartnerMember(seller.Id, accounts[SignIn.PartnerColleague].Id, PartnerRole.Colleague, now));
        db.Add(new StaffMember(accounts[SignIn.Agent].Id, OperatorRole.Agent, now));
        db.Add(new StaffMember(accounts[SignIn.Lead].Id, OperatorRole.Lead, now));
        db.Add(new StaffMember(accounts[SignIn.Auditor].Id, OperatorRole.Auditor, now));
        db.Add(new StaffMember(accounts[SignIn.Administrator].Id, OperatorRole.Administrator, now));

        var draft = new OnboardingDraft(Guid.CreateVersion7(now), accounts[SignIn.HalfWay].Id, now);
        draft.Keep(HalfWay(now), "company", now);
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
    }

    // The person has answered the first questions and stopped at the company.
    private static string HalfWay(DateTimeOffset now) =>
        $$$"""{"Start":{"Path":"First"},"Products":{"Licences":[{"Number":"T17Z-0VT2-B3NV-PKYF","PurchasedOn":"{{{BusinessCalendar.DayOf(now):yyyy-MM-dd}}}"}]}}""";
}
