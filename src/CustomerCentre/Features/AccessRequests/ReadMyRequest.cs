using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>One request, for who made it.</summary>
public static class ReadMyRequest
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="CustomerNumber">Only when approved.</param>
    /// <param name="KeptUntil">Until when licences are kept for the decision; nothing when there are none.</param>
    public sealed record Answer(
        Guid Id, string TypedNumber, string TypedRegister, string? Message, AccessRequestState State, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt,
        string? CustomerNumber, int KeptLicences, DateTimeOffset? KeptUntil);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var row = await db.AccessRequests.AsNoTracking().Where(request => request.Id == query.Id && request.AccountId == user.Id)
                .Select(request => new
                {
                    Request = request,
                    Number = request.State != AccessRequestState.Approved ? null
                        : db.IssuedNumbers.Where(n => n.CustomerId == request.CustomerId && n.IsCurrent).Select(n => n.Number).FirstOrDefault(),
                    Kept = db.ReservedLicences.Where(kept => kept.AccessRequestId == request.Id).Select(kept => kept.Until).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return row is null ? Result<Answer>.NotFound : new Answer(
                row.Request.Id, row.Request.TypedNumber, row.Request.TypedRegister, row.Request.Message, row.Request.State, row.Request.CreatedAt, row.Request.ClosedAt,
                row.Number?.Value, row.Kept.Count, row.Kept.Count > 0 ? row.Kept.Min() : null);
        }
    }
}
