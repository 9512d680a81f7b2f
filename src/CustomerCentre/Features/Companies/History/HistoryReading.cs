using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Records;
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

        var accounts = entries.Select(entry => entry.AccountId).OfType<Guid>().Concat(joined.Values).Distinct().ToArray();
        var names = await db.Users.Where(account => accounts.Contains(account.Id) && db.Members.Any(m => m.CustomerId == member.CustomerId && m.AccountId == account.Id))
            .Select(account => new { account.Id, Name = account.Name ?? account.Email! }).ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        var staff = await db.StaffMembers.Where(s => accounts.Contains(s.AccountId)).Select(s => s.AccountId).Distinct().ToListAsync(cancellationToken);

        return entries.ToDictionary(entry => entry.Id, entry => new HistoryDeed(
            entry.Event,
            entry.SubjectId is { } subject ? products.GetValueOrDefault(subject) ?? (joined.TryGetValue(subject, out var person) ? names.GetValueOrDefault(person) : null) : null,
            entry.AccountId is not { } actor ? HistoryActor.Other
                : actor == me ? HistoryActor.Me
                : names.ContainsKey(actor) ? HistoryActor.Member
                : staff.Contains(actor) ? HistoryActor.Operator : HistoryActor.Other,
            entry.AccountId is { } id ? names.GetValueOrDefault(id) : null));
    }
}
