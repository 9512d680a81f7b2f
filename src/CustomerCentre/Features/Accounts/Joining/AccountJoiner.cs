using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Accounts.TwoFactor;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>
/// Makes an account in use part of another, and takes it apart again when it was not the owner who did it. Works within the caller's transaction, which holds both
/// accounts and saves.
/// </summary>
public sealed class AccountJoiner(CustomerCentreDb db, AccountLocks locks, TrustedBrowserBook browsers, LinkDesk links, ServiceSubjects subjects, TimeProvider time)
{
    /// <summary>Gives all that belongs to one account to the other, which keeps its e-mail and its password.</summary>
    public async Task Join(Account into, Account from, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await MoveMemberships(into.Id, from.Id, now, cancellationToken);
        await MoveRows(into.Id, from.Id, now, cancellationToken);
        await subjects.Move(into.Id, from.Id, cancellationToken);
        await MoveFactor(into, from, now, cancellationToken);
        into.Name ??= from.Name;

        // What was on its way for the other account, or trusts it, ends; a letter that says "it was not me" stays good.
        await links.Replace(LinkPurpose.ResetPassword, from.Id, cancellationToken);
        await links.Replace(LinkPurpose.ChangeEmail, from.Id, cancellationToken);
        await db.EmailChanges.Where(change => change.AccountId == from.Id).ExecuteDeleteAsync(cancellationToken);
        await db.AccountJoins.Where(join => join.AccountId == from.Id).ExecuteDeleteAsync(cancellationToken);
        await db.OldPasswords.Where(old => old.NormalizedEmail == from.NormalizedEmail).ExecuteDeleteAsync(cancellationToken);
        await locks.Change(from, cancellationToken);
        (from.JoinedIntoId, from.JoinedAt, from.PasswordHash) = (into.Id, now, null);
    }

    /// <summary>Makes a joined account stand by itself again, with what came along. It has no password.</summary>
    public async Task Separate(Account from, CancellationToken cancellationToken)
    {
        if (from.JoinedIntoId is not { } into)
            return;
        await db.HoldAccount(into, cancellationToken);
        await ReturnMemberships(into, from.Id, cancellationToken);
        await ReturnRows(from.Id, cancellationToken);
        (from.JoinedIntoId, from.JoinedAt) = (null, null);
        await db.SaveChangesAsync(cancellationToken);
        await subjects.Return(into, from.Id, cancellationToken);
        await db.JoinedRows.Where(row => row.AccountId == from.Id).ExecuteDeleteAsync(cancellationToken);
    }

    // Of two memberships at one customer the stronger role stays.
    private async Task MoveMemberships(Guid into, Guid from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var members = await db.Members.Where(member => member.AccountId == from || member.AccountId == into).ToListAsync(cancellationToken);
        var own = members.FindAll(member => member.AccountId == into).ToDictionary(member => member.CustomerId);
        foreach (var brought in members.FindAll(member => member.AccountId == from))
        {
            if (!own.TryGetValue(brought.CustomerId, out var kept))
            {
                brought.MoveTo(into);
                db.JoinedRows.Add(new(from, brought.Id, now));
                continue;
            }

            db.JoinedRows.Add(new(from, kept.Id, now) { BroughtRole = brought.Role, FormerRole = kept.Role });
            kept.Role = kept.Role < brought.Role ? kept.Role : brought.Role;
            db.Members.Remove(brought);
        }
    }

    private async Task ReturnMemberships(Guid into, Guid from, CancellationToken cancellationToken)
    {
        var rows = await db.JoinedRows.Where(row => row.AccountId == from).ToDictionaryAsync(row => row.RowId, cancellationToken);
        foreach (var member in (await db.Members.Where(member => member.AccountId == into).ToListAsync(cancellationToken)).Where(member => rows.ContainsKey(member.Id)))
        {
            if (rows[member.Id] is { BroughtRole: { } brought, FormerRole: { } former })
            {
                member.Role = former;
                db.Members.Add(new Member(member.CustomerId, from, brought, time.GetUtcNow()));
            }
            else
            {
                member.MoveTo(from);
            }
        }
    }

    private async Task MoveRows(Guid into, Guid from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Guid> moved =
        [
            .. await db.AccessRequests.Where(row => row.AccountId == from).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await db.Drafts.Where(row => row.AccountId == from).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await db.Registrations.Where(row => row.AccountId == from).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await db.Contests.Where(row => row.AccountId == from).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await db.Users.Where(row => row.JoinedIntoId == from).Select(row => row.Id).ToListAsync(cancellationToken),
        ];
        // A draft and the customer that grows from it, or a request made by it, have one id.
        db.JoinedRows.AddRange(moved.Distinct().Select(id => new JoinedRow(from, id, now)));
        await db.AccessRequests.Where(row => row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, into), cancellationToken);
        await db.Drafts.Where(row => row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, into), cancellationToken);
        await db.Registrations.Where(row => row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, into), cancellationToken);
        await db.Contests.Where(row => row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, into), cancellationToken);
        await db.Users.Where(row => row.JoinedIntoId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.JoinedIntoId, into), cancellationToken);
        await db.JoinedServices.Where(row => row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, into), cancellationToken);
        await db.Consents.Where(row => row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, into), cancellationToken);
    }

    private async Task ReturnRows(Guid from, CancellationToken cancellationToken)
    {
        var brought = db.JoinedRows.Where(row => row.AccountId == from);
        await db.AccessRequests.Where(row => brought.Any(b => b.RowId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, from), cancellationToken);
        await db.Drafts.Where(row => brought.Any(b => b.RowId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, from), cancellationToken);
        await db.Registrations.Where(row => brought.Any(b => b.RowId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, from), cancellationToken);
        await db.Contests.Where(row => brought.Any(b => b.RowId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, from), cancellationToken);
        await db.Users.Where(row => brought.Any(b => b.RowId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.JoinedIntoId, from), cancellationToken);
    }

    // The other account's own factor rests with it, for the day it is taken apart. Its recovery codes are bound to it and do not come along.
    private async Task MoveFactor(Account into, Account from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == from.Id, cancellationToken) is not { IsOn: true } brought)
            return;
        var own = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == into.Id, cancellationToken);
        if (own is null)
            db.SecondFactors.Add(own = new(into.Id));
        if (!own.TakeIn(brought, now))
            return;
        into.TwoFactorEnabled = own.IsOn;
        into.SecurityStamp = Guid.NewGuid().ToString();
        await browsers.ForgetAll(into.Id, cancellationToken);
    }
}
