using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>Makes the old accounts of a proven e-mail one account here, within the caller's transaction. Of several at once, one finds the old passwords and wins.</summary>
public sealed class OldAccounts(CustomerCentreDb db, IComesAlong alongside, OldPasswordLetters letters, AuditTrail audit, IOptions<OperatorOptions> operators, TimeProvider time)
{
    /// <summary>The old password that was typed becomes the account's only one.</summary>
    /// <param name="email">The e-mail of the old passwords.</param>
    /// <param name="service">Key of the service whose password it was.</param>
    /// <param name="passwordHash">The password in the current hash.</param>
    /// <param name="id">Id of the account if there is none yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The account; null when somebody was faster.</returns>
    public async Task<Account?> Take(EmailAddress email, string service, string passwordHash, Guid id, CancellationToken cancellationToken)
    {
        var account = await db.AccountsOf(email).SingleOrDefaultAsync(cancellationToken);
        if (account?.PasswordHash is not null)
            return null;
        var rows = await Delete(email, cancellationToken);
        if (!rows.Exists(row => row.Service == service))
            return null;

        account ??= await Open(email, id, cancellationToken);
        account.PasswordHash = passwordHash;
        account.EmailConfirmed = true;
        account.SecurityStamp = Guid.NewGuid().ToString();
        await Join(account, rows, cancellationToken);
        letters.SendReceipt(account, rows, rows.Single(row => row.Service == service));
        audit.Add("OldPasswordTaken", subjectId: account.Id, note: service);
        return account;
    }

    /// <summary>The account got a password in another way, its e-mail proven: what was left of old ones goes.</summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> Settle(Account account, CancellationToken cancellationToken)
    {
        var rows = await Delete(EmailAddress.Parse(account.Email!), cancellationToken);
        if (rows.Count == 0)
            return false;
        await Join(account, rows, cancellationToken);
        letters.SendReceipt(account, rows, null);
        audit.Add("OldPasswordReplaced", subjectId: account.Id);
        return true;
    }

    /// <summary>The old accounts of another proven e-mail become part of an account, which keeps its own password.</summary>
    /// <returns>Whether there was any that nobody uses as an account of its own.</returns>
    public async Task<bool> JoinTo(Account account, EmailAddress email, CancellationToken cancellationToken)
    {
        var other = await db.AccountsOf(email).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (other?.PasswordHash is not null || await Delete(email, cancellationToken) is not { Count: > 0 } rows)
            return false;
        if (other is not null)
            await MoveMemberships(other.Id, account.Id, cancellationToken);
        await Join(account, rows, cancellationToken);
        letters.SendJoined(account, rows);
        audit.Add("OldAccountJoined", subjectId: account.Id);
        return true;
    }

    /// <summary>An account for an e-mail with old passwords. It has no password yet.</summary>
    public async Task<Account> Open(EmailAddress email, Guid id, CancellationToken cancellationToken)
    {
        var account = NewAccount.For(email, time.GetUtcNow());
        (account.Id, account.Language) = (id, Languages.Current);
        account.Name = await db.Contacts.Where(contact => contact.NormalizedEmail == email.Normalized && contact.Name != null)
            .OrderBy(contact => contact.Id).Select(contact => contact.Name).FirstOrDefaultAsync(cancellationToken);
        db.Users.Add(account);
        audit.Add("AccountOpened", subjectId: id);
        return account;
    }

    // All of them in one statement: who comes second waits for it and then deletes nothing.
    private async Task<List<OldPassword>> Delete(EmailAddress email, CancellationToken cancellationToken)
    {
        var all = db.OldPasswords.Where(old => old.NormalizedEmail == email.Normalized);
        var rows = await all.AsNoTracking().OrderBy(old => old.Service).ToListAsync(cancellationToken);
        return rows.Count > 0 && await all.ExecuteDeleteAsync(cancellationToken) > 0 ? rows : [];
    }

    // A file made an account for a member who never came; what it may do is now the person's who has come. The stronger of two roles stays.
    private async Task MoveMemberships(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var members = await db.Members.Where(member => member.AccountId == from || member.AccountId == to).ToListAsync(cancellationToken);
        foreach (var brought in members.FindAll(member => member.AccountId == from))
        {
            db.Members.Remove(brought);
            if (members.Find(member => member.AccountId == to && member.CustomerId == brought.CustomerId) is { } own)
                own.Role = own.Role < brought.Role ? own.Role : brought.Role;
            else
                db.Members.Add(new Member(brought.CustomerId, to, brought.Role, time.GetUtcNow()));
        }
    }

    private async Task Join(Account account, List<OldPassword> rows, CancellationToken cancellationToken)
    {
        var joined = await db.JoinedServices.Where(j => j.NormalizedEmail == rows[0].NormalizedEmail).Select(j => j.Service).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        // Whatever else was on its way for this e-mail has come too late.
        await db.FirstSignIns.Where(first => first.NormalizedEmail == rows[0].NormalizedEmail).ExecuteDeleteAsync(cancellationToken);
        db.JoinedServices.AddRange(rows.Where(row => !joined.Contains(row.Service)).Select(row => new JoinedService(row.NormalizedEmail, row.Service, account.Id, now)));
        if (operators.Value.OldServices.Exists(service => service.BringsContacts && rows.Exists(row => row.Service == service.Key)))
            await alongside.Bring(account, rows[0].NormalizedEmail, cancellationToken);
    }
}
