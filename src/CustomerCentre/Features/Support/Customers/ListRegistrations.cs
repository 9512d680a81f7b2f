using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Registrations for an open customer, the newest first, those taken back among them.</summary>
public static class ListRegistrations
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, int Page) : IRequest<Result<Slice<Row>>>;

    /// <param name="IsHere">Whether the licence is still the customer's.</param>
    /// <param name="Who">Name of who registered it, when known.</param>
    public sealed record Row(Guid Id, Guid LicenceId, string Product, bool IsHere, string? Who, string TermsVersion, DateTimeOffset At, DateTimeOffset? UndoneAt);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Slice<Row>>>
    {
        public async Task<Result<Slice<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = db.OpenCustomers(user.Id, query.CustomerNumber, time.GetUtcNow());
            var registrations = from registration in db.Registrations.AsNoTracking()
                                join licence in db.Licences on registration.LicenceId equals licence.Id
                                where open.Any(c => c.Id == registration.CustomerId)
                                orderby registration.RegisteredAt descending, registration.Id
                                select new Row(
                                    registration.Id, licence.Id, licence.Product.Name, licence.CustomerId == registration.CustomerId,
                                    db.Users.Where(account => account.Id == registration.AccountId).Select(account => account.Name).FirstOrDefault(),
                                    registration.TermsVersion, registration.RegisteredAt, registration.UndoneAt);
            return await registrations.Slice(query.Page, cancellationToken);
        }
    }
}
