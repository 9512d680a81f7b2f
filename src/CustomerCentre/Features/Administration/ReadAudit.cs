using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Records;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>
/// The audit, newest first, without data of customers: who reads it must not learn whom the operator serves. Reading it is not audited itself: it changes nothing
/// and shows nobody's data, and an entry for each turn of a page would drown what is looked for.
/// </summary>
public static class ReadAudit
{
    public const int PageSize = 25;

    /// <param name="Event">Only entries of this event.</param>
    /// <param name="Day">Only entries of this day in Prague.</param>
    /// <param name="Before">Where the page before ended; the newest entries without it.</param>
    [Allow(Policies.Auditor)]
    public sealed record Query(string? Event = null, DateOnly? Day = null, string? Before = null) : IRequest<Result<Answer>>;

    /// <param name="Next">Where the next page begins; nothing on the last one.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, string? Next);

    /// <param name="Name">Of the operator's own people alone.</param>
    /// <param name="Customer">An opaque piece of the customer's id, by which entries about one customer are recognised.</param>
    public sealed record Row(DateTimeOffset At, string Event, AuditActor Actor, string? Name, string? Customer, string? Subject, string? Note);

    public sealed class Handler(CustomerCentreDb db) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await Matching(query).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(PageSize + 1)
                // Who signs in is nobody yet, and so stands in the entry as its subject.
                .Select(entry => new { Entry = entry, Who = entry.AccountId ?? (entry.Event == "SignedIn" ? entry.SubjectId : null) })
                .Select(row => new
                {
                    row.Entry,
                    row.Who,
                    IsStaff = db.StaffMembers.Any(staff => staff.AccountId == row.Who),
                    IsPartner = db.PartnerMembers.Any(member => member.AccountId == row.Who),
                    Name = db.Users.Where(account => account.Id == row.Who && db.StaffMembers.Any(staff => staff.AccountId == account.Id))
                        .Select(account => account.Name ?? account.Email).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            var rows = found.Take(PageSize).Select(row => new Row(
                row.Entry.At, row.Entry.Event, Actor(row.Who, row.IsStaff, row.IsPartner), row.Name, Short(row.Entry.CustomerId), Short(row.Entry.SubjectId), row.Entry.Note));
            return new Answer([.. rows], found.Count > PageSize ? Place(found[PageSize - 1].Entry) : null);
        }

        private IQueryable<AuditEntry> Matching(Query query)
        {
            var entries = db.Audit.AsNoTracking();
            if (!string.IsNullOrEmpty(query.Event))
                entries = entries.Where(entry => entry.Event == query.Event);
            if (query.Day is { } day && day < DateOnly.MaxValue)
            {
                var (from, until) = (BusinessCalendar.StartOf(day), BusinessCalendar.StartOf(day.AddDays(1)));
                entries = entries.Where(entry => entry.At >= from && entry.At < until);
            }

            // Pages are told by the last entry seen, not by a count: the audit grows while it is read, and its last pages cost as little as its first.
            if (Read(query.Before) is var (at, id))
                entries = entries.Where(entry => entry.At < at || (entry.At == at && entry.Id < id));
            return entries;
        }

        private static AuditActor Actor(Guid? who, bool isStaff, bool isPartner) =>
            who is null ? AuditActor.Nobody : isStaff ? AuditActor.Operator : isPartner ? AuditActor.Partner : AuditActor.Customer;

        // The end of an id is random; its beginning tells only the time.
        private static string? Short(Guid? id) => id?.ToString("n")[^8..].ToUpperInvariant();

        private static string Place(AuditEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks}-{entry.Id:n}");

        private static (DateTimeOffset At, Guid Id)? Read(string? place) =>
            place?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.Ticks && Guid.TryParseExact(id, "n", out var guid)
                ? (new DateTimeOffset(at, TimeSpan.Zero), guid) : null;
    }
}

/// <summary>On whose side somebody stands who did something.</summary>
public enum AuditActor
{
    /// <summary>One of the operator's people.</summary>
    Operator,

    /// <summary>One of a partner's people.</summary>
    Partner,

    /// <summary>Anybody else with an account.</summary>
    Customer,

    /// <summary>A job of the portal, somebody not signed in, or an entry so old that people were erased from it.</summary>
    Nobody,
}
