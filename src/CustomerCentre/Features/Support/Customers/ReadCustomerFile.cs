using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Which customer it is, and whether it is open to who asks. Searching is free, so this much is told of every customer.</summary>
public static class ReadCustomerFile
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<Answer>>;

    /// <param name="Number">The number valid today.</param>
    /// <param name="Opening">Nothing until the customer is opened with a reason.</param>
    public sealed record Answer(CustomerNumber Number, string Name, CustomerKind Kind, Opening? Opening);

    /// <param name="IsProven">Whether the caller proved to act for the customer.</param>
    /// <param name="Until">Until when the customer is open.</param>
    public sealed record Opening(RegistrationNumber? Register, bool IsProven, DateTimeOffset Until);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var customer = await db.CustomersNumbered(query.CustomerNumber).AsNoTracking()
                .Select(c => new { c.Id, c.Details, c.Numbers.Single(n => n.IsCurrent).Number }).SingleOrDefaultAsync(cancellationToken);
            if (customer is null)
                return Result<Answer>.NotFound;

            var lookUps = await db.OpenLookUps(user.Id, time.GetUtcNow()).AsNoTracking().Where(lookUp => lookUp.CustomerId == customer.Id).ToListAsync(cancellationToken);
            var opening = lookUps.Count == 0
                ? null
                : new Opening(customer.Details.RegistrationNumber, lookUps.Any(lookUp => lookUp.IsProven), lookUps.Max(lookUp => lookUp.At) + LookUp.Lasts);
            return new Answer(customer.Number, customer.Details.Name, customer.Details.Kind, opening);
        }
    }
}
