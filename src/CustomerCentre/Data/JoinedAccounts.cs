using CustomerCentre.Domain.Identifiers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>Finds accounts by what may belong to one that was joined into another: its e-mail, its lasting id, its passkeys.</summary>
public static class JoinedAccounts
{
    /// <summary>The account that is signed in to with an e-mail: its own one, or that of an account joined into it. One row, or none, in one query for all of them.</summary>
    public static IQueryable<Account> AccountsOf(this CustomerCentreDb db, EmailAddress email) =>
        from owner in db.Users.Where(owner => owner.NormalizedEmail == email.Normalized)
        join account in db.Users on owner.JoinedIntoId ?? owner.Id equals account.Id
        select account;

    /// <summary>The account of whom a service knows by a lasting id: one row, or none.</summary>
    public static IQueryable<Account> AccountsKnownAs(this CustomerCentreDb db, Guid subject) =>
        from owner in db.Users.Where(owner => owner.Id == subject)
        join account in db.Users on owner.JoinedIntoId ?? owner.Id equals account.Id
        select account;

    /// <summary>Whether a service knows an account by a lasting id, which may also be what it took for one.</summary>
    public static async Task<bool> IsKnownAs(this CustomerCentreDb db, Guid accountId, string subject, CancellationToken cancellationToken) =>
        Guid.TryParse(subject, out var id) && await db.AccountsKnownAs(id).AnyAsync(account => account.Id == accountId, cancellationToken);

    /// <summary>The passkeys that sign in to an account. Those of a joined account stay with that, because the devices know it by its id.</summary>
    public static IQueryable<IdentityUserPasskey<Guid>> PasskeysOf(this CustomerCentreDb db, Guid accountId) =>
        db.UserPasskeys.Where(passkey => passkey.UserId == accountId || db.Users.Any(joined => joined.Id == passkey.UserId && joined.JoinedIntoId == accountId));

    /// <summary>The lasting id by which a service knows an account, or will when the person comes to it for the first time.</summary>
    public static async Task<Guid> SubjectAt(this CustomerCentreDb db, Guid accountId, string clientId, CancellationToken cancellationToken) =>
        await db.ServiceSubjects.Where(known => known.AccountId == accountId && known.ClientId == clientId).Select(known => (Guid?)known.Subject)
            .SingleOrDefaultAsync(cancellationToken) ?? accountId;
}
