using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>The requests a person made, newest first. Which customer a pending one leads to is never said.</summary>
public static class ListMyRequests
{
    [Allow(Policies.SignedIn)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="TypedNumber">Customer number as typed; empty when a company was registered that may be known.</param>
    /// <param name="CustomerNumber">Only when approved.</param>
    public sealed record Row(
        Guid Id, string TypedNumber, string TypedRegister, AccessRequestState State, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, string? CustomerNumber, int KeptLicences);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        private const int Most = 100;

        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await db.AccessRequests.AsNoTracking().Where(request => request.AccountId == user.Id)
                .OrderByDescending(request => request.CreatedAt).Take(Most)
                .Select(request => new
                {
                    Request = request,
                    Number = request.State != AccessRequestState.Approved ? null
                        : db.IssuedNumbers.Where(n => n.CustomerId == request.CustomerId && n.IsCurrent).Select(n => n.Number).FirstOrDefault(),
                    Kept = db.ReservedLicences.Count(kept => kept.AccessRequestId == request.Id),
                })
                .ToListAsync(cancellationToken);
            return rows.ConvertAll(row => new Row(
                row.Request.Id, row.Request.TypedNumber, row.Request.TypedRegister, row.Request.State, row.Request.CreatedAt, row.Request.ClosedAt, row.Number?.Value, row.Kept));
        }
    }
}
