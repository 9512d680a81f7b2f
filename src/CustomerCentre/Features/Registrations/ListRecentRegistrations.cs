using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>What was registered for a customer in the last day, newest first.</summary>
public static class ListRecentRegistrations
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="MayUndo">Whether the asking person may take it back, until <see cref="UndoUntil"/>.</param>
    public sealed record Row(Guid Id, Guid LicenceId, string Product, LicenceKind Kind, DateTimeOffset RegisteredAt, bool MayUndo)
    {
        public DateTimeOffset UndoUntil => RegisteredAt + ProductRegistration.UndoTime;
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.MembershipsOf(user.Id, query.CustomerNumber).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<IReadOnlyList<Row>>.NotFound;
            var mayWrite = member.MayWrite();
            var since = time.GetUtcNow() - ProductRegistration.UndoTime;
            return await db.Registrations.AsNoTracking()
                .Where(r => r.CustomerId == member.CustomerId && r.UndoneAt == null && r.RegisteredAt > since)
                .Join(db.Licences, r => r.LicenceId, l => l.Id, (r, l) => new { r, l.Product.Name, l.Kind })
                .OrderByDescending(row => row.r.RegisteredAt).ThenBy(row => row.Name)
                .Select(row => new Row(row.r.Id, row.r.LicenceId, row.Name, row.Kind, row.r.RegisteredAt, mayWrite && row.r.AccountId == user.Id))
                .ToListAsync(cancellationToken);
        }
    }
}
