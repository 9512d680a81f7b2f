using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using MediatR;

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
}
