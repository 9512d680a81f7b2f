using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>
/// Keeps the <c>sub</c> by which services know people whose accounts are joined. A service that knew one of both goes on by that id. A service that knew both can go on by
/// one alone: that of the account which stays, because the person signs in to it and expects to find there what was there yesterday.
/// </summary>
public sealed class ServiceSubjects(CustomerCentreDb db, TimeProvider time)
{
    /// <summary>Services that know an account.</summary>
    public async Task<List<string>> ServicesOf(Guid accountId, CancellationToken cancellationToken) =>
        await db.ServiceSubjects.Where(known => known.AccountId == accountId).Select(known => known.ClientId)
            .Union(db.ServiceVisits.Where(visit => visit.AccountId == accountId).Select(visit => visit.ClientId)).Order().ToListAsync(cancellationToken);

    /// <summary>Services of one account become those of the other.</summary>
    public async Task Move(Guid into, Guid from, CancellationToken cancellationToken)
    {
        var known = await db.ServiceSubjects.Where(s => s.AccountId == into || s.AccountId == from).ToListAsync(cancellationToken);
        var own = await ServicesOf(into, cancellationToken);
        foreach (var service in (await ServicesOf(from, cancellationToken)).Except(own))
        {
            var kept = known.Find(s => s.AccountId == from && s.ClientId == service);
            if (kept is not null)
                db.ServiceSubjects.Remove(kept);
            db.ServiceSubjects.Add(new(into, service, kept?.Subject ?? from));
        }

        await db.ServiceVisits.Where(visit => visit.AccountId == from).ExecuteUpdateAsync(
            set => set.SetProperty(visit => visit.OtherSubject, visit => visit.OtherSubject ?? visit.AccountId).SetProperty(visit => visit.AccountId, into), cancellationToken);
    }

    /// <summary>The services go back, and what was entered meanwhile by the ids that go back ends.</summary>
    public async Task Return(Guid into, Guid from, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = db.Users.Where(account => account.Id == from || account.JoinedIntoId == from).Select(account => account.Id);
        await db.ServiceSubjects.Where(known => known.AccountId == into && ids.Contains(known.Subject))
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccountId, from), cancellationToken);
        var visits = db.ServiceVisits.Where(visit => visit.AccountId == into && visit.OtherSubject != null && ids.Contains(visit.OtherSubject.Value));
        await visits.Where(visit => visit.EndedAt == null && visit.ClosedAt == null && visit.DueAt == null).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.DueAt, now), cancellationToken);
        await visits.ExecuteUpdateAsync(set => set.SetProperty(visit => visit.EndedAt, visit => visit.EndedAt ?? now).SetProperty(visit => visit.AccountId, from), cancellationToken);
    }
}
