using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>What happened to an open customer, the newest first: what was done, who of the staff opened it, which partner checked it. Staff see names.</summary>
public static class ListHistory
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    /// <summary>Exactly one of <see cref="Event"/>, <see cref="LookUp"/> and <see cref="Check"/> says what it was.</summary>
    /// <param name="Event">Name of an audited event.</param>
    /// <param name="Note">What the audit noted, without personal data.</param>
    /// <param name="Who">Name of the account, or of the partner who checked; nothing for the operator's own jobs and for people erased since.</param>
    public sealed record Row(Guid Id, DateTimeOffset At, string? Event, string? Note, LookUpRow? LookUp, CheckRow? Check, string? Who);

    public sealed record LookUpRow(LookUpReason Reason, OperatorRole Role);

    public sealed record CheckRow(CheckChannel Channel, CheckPurpose Purpose);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        // The look-up itself is told, so its audit entry is not told again.
        private const string LookedUp = "CustomerLookedUp";

        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var customerId = await db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow()).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
            if (customerId is null)
                return Result<Slice<Row>>.NotFound;

            // Ordered and cut as keys of three tables; only the rows of one page are read whole.
            var keys = await db.Audit.Where(entry => entry.CustomerId == customerId && entry.Event != LookedUp).Select(entry => new { entry.At, entry.Id })
                .Concat(db.LookUps.Where(lookUp => lookUp.CustomerId == customerId).Select(lookUp => new { lookUp.At, lookUp.Id }))
                .Concat(db.PartnerChecks.Where(check => check.CustomerId == customerId).Select(check => new { check.At, check.Id }))
                .OrderByDescending(key => key.At).ThenByDescending(key => key.Id).Slice(query.Page, cancellationToken);
            var rows = await Rows([.. keys.Rows.Select(key => key.Id)], cancellationToken);
            return keys.Select(key => rows[key.Id]);
        }

        private async Task<Dictionary<Guid, Row>> Rows(List<Guid> ids, CancellationToken cancellationToken)
        {
            var events = await (
                from entry in db.Audit.AsNoTracking()
                join account in db.Users on entry.AccountId equals account.Id into accounts
                from who in accounts.DefaultIfEmpty()
                where ids.Contains(entry.Id)
                select new { entry.Id, entry.At, entry.Event, entry.Note, who.Name, who.Email }).ToListAsync(cancellationToken);
            var lookUps = await (
                from lookUp in db.LookUps.AsNoTracking()
                join account in db.Users on lookUp.AccountId equals account.Id into accounts
                from who in accounts.DefaultIfEmpty()
                where ids.Contains(lookUp.Id)
                select new { lookUp.Id, lookUp.At, lookUp.Reason, lookUp.Role, who.Name, who.Email }).ToListAsync(cancellationToken);
            var checks = await db.PartnerChecks.AsNoTracking().Where(check => ids.Contains(check.Id))
                .Join(db.Partners, check => check.PartnerId, partner => partner.Id, (check, partner) => new { check.Id, check.At, check.Channel, check.Purpose, partner.Name })
                .ToListAsync(cancellationToken);
            return events.Select(row => new Row(row.Id, row.At, row.Event, row.Note, null, null, NameOf(row.Name, row.Email)))
                .Concat(lookUps.Select(row => new Row(row.Id, row.At, null, null, new LookUpRow(row.Reason, row.Role), null, NameOf(row.Name, row.Email))))
                .Concat(checks.Select(row => new Row(row.Id, row.At, null, null, null, new CheckRow(row.Channel, row.Purpose), row.Name)))
                .ToDictionary(row => row.Id);
        }

        private static string? NameOf(string? name, string? email) => name ?? (email is null ? null : EmailAddress.Parse(email).Masked);
    }
}
