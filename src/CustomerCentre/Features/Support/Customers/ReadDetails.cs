using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>The details of an open customer. A VAT number that may be a birth number is not among them.</summary>
public static class ReadDetails
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<Answer>>;

    /// <param name="Details">Without a VAT number that is masked.</param>
    /// <param name="MasksVatNumber">There is one, and it may be a birth number.</param>
    /// <param name="Aliases">Numbers the customer had before, left from merges.</param>
    /// <param name="Primary">The customer of which this row is a known duplicate.</param>
    public sealed record Answer(
        Guid Id, CustomerDetails Details, bool MasksVatNumber, RegisterCheck Check, DateTimeOffset OpenedAt, DateTimeOffset? EditedAt, bool AllowsPartnerChecks,
        IReadOnlyList<CustomerNumber> Aliases, CustomerNumber? Primary);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var customer = await db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow()).AsNoTracking().Include(c => c.Numbers).SingleOrDefaultAsync(cancellationToken);
            if (customer is null)
                return Result<Answer>.NotFound;
            var primary = await db.IssuedNumbers.Where(n => n.CustomerId == customer.DuplicateOfId && n.IsCurrent).Select(n => n.Number).SingleOrDefaultAsync(cancellationToken);

            var masks = customer.Details.VatNumber?.MayHoldBirthNumber == true;
            return new Answer(
                customer.Id, masks ? customer.Details with { VatNumber = null } : customer.Details, masks, customer.Check, customer.OpenedAt, customer.EditedAt,
                customer.AllowsPartnerChecks, [.. customer.Numbers.Where(n => !n.IsCurrent).OrderBy(n => n.Since).Select(n => n.Number)], primary);
        }
    }
}
