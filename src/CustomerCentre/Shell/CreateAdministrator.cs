using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Shell;

/// <summary>
/// The command <c>create-administrator EMAIL</c>: the first operator administrator. It answers with a link instead of taking a password, since a command line is kept
/// in histories and shown in lists of processes.
/// </summary>
internal static class CreateAdministrator
{
    private static readonly TimeSpan LinkTime = TimeSpan.FromHours(24);

    public static async Task<int> Run(IServiceProvider services, string[] options)
    {
        var isAnother = options.Contains("--another");
        if (options.Where(option => option != "--another").ToList() is not [var typed] || EmailAddress.TryParse(typed) is not { } email)
        {
            Console.Error.WriteLine(StartTexts.AdministratorUsage);
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        if (await Create(scope.ServiceProvider, email, isAnother) is not { } token)
        {
            Console.Error.WriteLine(StartTexts.AdministratorExists);
            return 1;
        }

        var address = services.GetRequiredService<IConfiguration>()["Portal:Address"]?.TrimEnd('/');
        Console.WriteLine(string.Format(CultureInfo.CurrentCulture, StartTexts.AdministratorMade, email, LinkTime.TotalHours));
        Console.WriteLine($"{address}/account/reset-password?token={token}");
        return 0;
    }

    /// <summary>Makes or finds the account and answers the token of its link; nothing when there is an administrator already and not <paramref name="isAnother"/>.</summary>
    internal static Task<string?> Create(IServiceProvider services, EmailAddress email, bool isAnother)
    {
        var db = services.GetRequiredService<CustomerCentreDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return db.InTransaction(
            async token =>
            {
                var account = await db.AccountsOf(email).SingleOrDefaultAsync(token);
                var administrators = db.StaffMembers.Where(staff => staff.Role == OperatorRole.Administrator);
                var isAlready = account is not null && await administrators.AnyAsync(staff => staff.AccountId == account.Id, token);
                // Who is administrator already may have lost the link, so the same e-mail gets a new one.
                if (!isAlready && !isAnother && await administrators.AnyAsync(token))
                    return null;
                if (account is null)
                    db.Add(account = NewAccount.For(email, now));
                account.EmailConfirmed = true;
                if (!isAlready)
                    db.Add(new StaffMember(account.Id, OperatorRole.Administrator, now));

                await foreach (var old in db.MailedLinks.Where(old => old.SubjectId == account.Id && old.Purpose == LinkPurpose.ResetPassword).AsAsyncEnumerable().WithCancellation(token))
                    old.Replace(now);
                var (link, secret) = MailedLink.Create(LinkPurpose.ResetPassword, account.Id, now + LinkTime);
                db.Add(link);
                services.GetRequiredService<AuditTrail>().Add("AdministratorCreated", subjectId: account.Id);
                await db.SaveChangesAsync(token);
                return (string?)secret;
            },
            CancellationToken.None);
    }
}
