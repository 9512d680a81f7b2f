using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using MediatR;

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
}
