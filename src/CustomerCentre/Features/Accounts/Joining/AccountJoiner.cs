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
        await Move(into.Id, from.Id, now, cancellationToken);
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
        // The account it is in may itself become part of another while it is waited for.
        Guid? into = null;
        while (from.JoinedIntoId != into)
        {
            into = from.JoinedIntoId;
            await db.HoldAccount(into ?? from.Id, cancellationToken);
            await db.Entry(from).ReloadAsync(cancellationToken);
        }

        if (into is { } held)
            await TakeOut(from, held, cancellationToken);
    }

    // What came by way of a third account is told apart step by step: that one is taken out first, with all it brought, and then put back without this one.
    private async Task TakeOut(Account from, Guid into, CancellationToken cancellationToken)
    {
        var between = await db.Users.Where(a => a.JoinedIntoId == into && db.JoinedRows.Any(row => row.AccountId == a.Id && row.RowId == from.Id))
            .OrderByDescending(a => a.JoinedAt).FirstOrDefaultAsync(cancellationToken);
        if (between is not { JoinedAt: { } joinedAt })
        {
            await Return(into, from, cancellationToken);
            return;
        }

        await Return(into, between, cancellationToken);
        await TakeOut(from, between.Id, cancellationToken);
        await Move(into, between.Id, joinedAt, cancellationToken);
        (between.JoinedIntoId, between.JoinedAt) = (into, joinedAt);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task Move(Guid into, Guid from, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await MoveMemberships(into, from, at, cancellationToken);
        await MoveRows(into, from, at, cancellationToken);
        await subjects.Move(into, from, cancellationToken);
    }

    private async Task Return(Guid into, Account from, CancellationToken cancellationToken)
    {
        var rows = await db.JoinedRows.Where(row => row.AccountId == from.Id).ToDictionaryAsync(row => row.RowId, cancellationToken);
        await ReturnMemberships(into, from.Id, rows, cancellationToken);
        await ReturnRows(from.Id, cancellationToken);
        (from.JoinedIntoId, from.JoinedAt) = (null, null);
        await db.SaveChangesAsync(cancellationToken);
        await subjects.Return(into, from.Id, cancellationToken);
        db.JoinedRows.RemoveRange(rows.Values);
        await db.SaveChangesAsync(cancellationToken);
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
            await Repoint(db.JoinedRows.Where(row => row.RowId == brought.Id), kept.Id, cancellationToken);
        }
    }

    private async Task ReturnMemberships(Guid into, Guid from, Dictionary<Guid, JoinedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var member in (await db.Members.Where(member => member.AccountId == into).ToListAsync(cancellationToken)).Where(member => rows.ContainsKey(member.Id)))
        {
            if (rows[member.Id] is { BroughtRole: { } brought, FormerRole: { } former })
            {
                member.Role = former;
                var returned = new Member(member.CustomerId, from, brought, time.GetUtcNow());
                db.Members.Add(returned);
                await Repoint(db.JoinedRows.Where(row => row.RowId == member.Id && rows.Keys.Contains(row.AccountId)), returned.Id, cancellationToken);
            }
            else
            {
                member.MoveTo(from);
            }
        }
    }

    // Another membership stands for the one that accounts joined earlier had brought.
    private static Task<int> Repoint(IQueryable<JoinedRow> earlier, Guid membership, CancellationToken cancellationToken) =>
        earlier.ExecuteUpdateAsync(set => set.SetProperty(row => row.RowId, membership), cancellationToken);

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
