using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>The name of a customer the agent has open; refused when it is not.</summary>
public static class ReadOpenCustomer
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<Answer>>;

    public sealed record Answer(string CustomerNumber, string CustomerName);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenLookUps(user.Id, query.CustomerNumber, time.GetUtcNow());
            var customer = await db.Customers.Where(c => open.Any(lookUp => lookUp.CustomerId == c.Id))
                .Select(c => new { c.Details.Name, c.Numbers.Single(number => number.IsCurrent).Number }).SingleOrDefaultAsync(cancellationToken);
            return customer is null ? Result<Answer>.Refused : new Answer(customer.Number.Value, customer.Name);
        }
    }
}
