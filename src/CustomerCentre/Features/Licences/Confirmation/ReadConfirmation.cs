using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>
/// What the licence confirmation says: the customer and its licences with their numbers. Those are secrets, so a reader does not get them and each look is
/// written down.
/// </summary>
public static class ReadConfirmation
{
    [Allow(Policies.InPerson)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<Answer>>;

    /// <param name="VatNumber">Only for a manager, and never one that may be the birth number of a natural person.</param>
    /// <param name="On">The day to which it all applies.</param>
    /// <param name="Licences">Those in force; an add-on follows its base licence.</param>
    public sealed record Answer(
        CustomerNumber Number, string Name, string? Street, string? Town, Country Country, string? RegisterNumber, string? VatNumber, DateOnly On,
        IReadOnlyList<ConfirmedLicence> Licences);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var customer = await (
                from member in db.MembershipsOf(user.Id, query.CustomerNumber)
                join c in db.Customers on member.CustomerId equals c.Id
                select new { c.Id, c.Details, Number = c.Numbers.Single(n => n.IsCurrent).Number, member.Role }).AsNoTracking().SingleOrDefaultAsync(token);
            if (customer is null)
                return Result<Answer>.NotFound;
            if (customer.Role == MemberRole.Reader)
                return Result<Answer>.Refused;

            var (details, today) = (customer.Details, time.Today());
            var licences = await Licences(customer.Id, today, token);
            audit.Add("LicenceConfirmationRead", customer.Id);
            await db.SaveChangesAsync(token);
            return (Result<Answer>)new Answer(
                customer.Number, details.Name, details.Street, Joined(details.PostalCode?.ToString(), details.City), details.Country,
                details.RegistrationNumber?.Value, customer.Role == MemberRole.Manager ? Printable(details) : null, today, licences);
        }, cancellationToken);

        private async Task<List<ConfirmedLicence>> Licences(Guid customerId, DateOnly today, CancellationToken cancellationToken)
        {
            var found = await db.Licences.AsNoTracking().AsSplitQuery()
                .Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.Numbers.Where(n => n.IsCurrent))
                .Include(l => l.BaseLicence!.Product).Include(l => l.BaseLicence!.SupportPeriods)
                .Where(l => l.CustomerId == customerId && l.State == LicenceState.Registered)
                .ToListAsync(cancellationToken);
            var partners = await db.Partners.Where(p => db.Licences.Any(l => l.CustomerId == customerId && l.PartnerId == p.Id))
                .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            var added = found.Where(l => l.Kind == LicenceKind.Cal).ToLookup(l => l.BaseLicenceId, l => l.Quantity);

            return [.. found
                .OrderBy(l => (l.BaseLicence ?? l).Product.Name, StringComparer.CurrentCulture).ThenBy(l => (l.BaseLicence ?? l).Id).ThenBy(l => l.Kind.IsAddOn()).ThenBy(l => l.Id)
                .Select(l => new ConfirmedLicence(
                    l.Product.Name, l.Kind, l.StationsWith(added[l.Id].Sum()), l.Numbers.Single().Number, l.PurchasedOn, l.RegisteredAt,
                    l.PartnerId is { } partner ? partners[partner] : null, SupportEntitlement.On(l, today)))];
        }

        private static string? Printable(CustomerDetails details) =>
            details is { Kind: CustomerKind.SoleTrader or CustomerKind.Consumer, VatNumber.MayHoldBirthNumber: true } ? null : details.VatNumber?.Value;

        private static string? Joined(params string?[] parts) =>
            string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null;
    }
}
