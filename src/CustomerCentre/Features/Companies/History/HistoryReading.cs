using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.History;

/// <summary>Reads what stands behind the lines of one page.</summary>
internal sealed class HistoryReading(CustomerCentreDb db, Member member, Guid me)
{
    public async Task<List<HistoryRow>> Read(List<HistoryLine> lines, CancellationToken cancellationToken)
    {
        Guid[] Of(HistorySource source) => [.. lines.Where(line => line.Source == source).Select(line => line.Id)];

        var (entryIds, lookUpIds, checkIds) = (Of(HistorySource.Audit), Of(HistorySource.LookUp), Of(HistorySource.Check));
        var deeds = await Deeds(await db.Audit.AsNoTracking().Where(entry => entryIds.Contains(entry.Id)).ToListAsync(cancellationToken), cancellationToken);
        var lookUps = await db.LookUps.Where(lookUp => lookUpIds.Contains(lookUp.Id))
            .Select(lookUp => new { lookUp.Id, Shown = new HistoryLookUp(lookUp.Role, lookUp.Initials, lookUp.Reason) })
            .ToDictionaryAsync(lookUp => lookUp.Id, lookUp => lookUp.Shown, cancellationToken);
        var checks = await db.PartnerChecks.Where(check => checkIds.Contains(check.Id))
            .Select(check => new { check.Id, Shown = new HistoryCheck(db.Partners.Where(p => p.Id == check.PartnerId).Select(p => p.Name).Single(), check.Purpose, check.Channel) })
            .ToDictionaryAsync(check => check.Id, check => check.Shown, cancellationToken);
        return lines.ConvertAll(line => new HistoryRow(line.At, deeds.GetValueOrDefault(line.Id), lookUps.GetValueOrDefault(line.Id), checks.GetValueOrDefault(line.Id)));
    }

    private async Task<Dictionary<Guid, HistoryDeed>> Deeds(List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var subjects = entries.Select(entry => entry.SubjectId).OfType<Guid>().Distinct().ToArray();
        var products = await db.Licences.Where(licence => subjects.Contains(licence.Id))
            .Select(licence => new { licence.Id, licence.Product.Name }).ToDictionaryAsync(licence => licence.Id, licence => licence.Name, cancellationToken);
        var joined = await db.AccessRequests.Where(request => subjects.Contains(request.Id) && request.CustomerId == member.CustomerId)
            .Select(request => new { request.Id, request.AccountId }).ToDictionaryAsync(request => request.Id, request => request.AccountId, cancellationToken);

        var accounts = entries.Select(entry => entry.AccountId).OfType<Guid>().Concat(subjects).Concat(joined.Values).Distinct().ToArray();
        var names = await db.Users.Where(account => accounts.Contains(account.Id) && db.Members.Any(m => m.CustomerId == member.CustomerId && m.AccountId == account.Id))
            .Select(account => new { account.Id, Name = account.Name ?? account.Email! }).ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        var staff = await db.StaffMembers.Where(s => accounts.Contains(s.AccountId)).Select(s => s.AccountId).Distinct().ToListAsync(cancellationToken);

        var openings = await Openings(entries, cancellationToken);

        return entries.ToDictionary(entry => entry.Id, entry => new HistoryDeed(
            entry.Event,
            entry.SubjectId is { } subject ? products.GetValueOrDefault(subject) ?? names.GetValueOrDefault(joined.GetValueOrDefault(subject, subject)) : null,
            entry.AccountId is not { } actor ? HistoryActor.Other
                : actor == me ? HistoryActor.Me
                : names.ContainsKey(actor) ? HistoryActor.Member
                : staff.Contains(actor) ? HistoryActor.Operator : HistoryActor.Other,
            entry.AccountId is { } id ? names.GetValueOrDefault(id) : null,
            HistoryEvents.IsOfStaff(entry.Event) && openings.FindLast(lookUp => lookUp.AccountId == entry.AccountId && lookUp.At <= entry.At) is { } under
                ? new HistoryLookUp(under.Role, under.Initials, under.Reason) : null));
    }

    /// <summary>The look-ups under which staff did something of the page, in their order.</summary>
    private async Task<List<LookUp>> Openings(List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var done = entries.FindAll(entry => HistoryEvents.IsOfStaff(entry.Event));
        if (done.Count == 0)
            return [];
        var (since, until) = (done.Min(entry => entry.At) - LookUp.Lasts, done.Max(entry => entry.At));
        return await db.LookUps.AsNoTracking().Where(lookUp => lookUp.CustomerId == member.CustomerId && lookUp.AccountId != null && lookUp.At >= since && lookUp.At <= until)
            .OrderBy(lookUp => lookUp.At).ToListAsync(cancellationToken);
    }
}
