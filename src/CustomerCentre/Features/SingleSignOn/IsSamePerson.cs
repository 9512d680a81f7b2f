using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>Whether a lasting id that a service names is that of the signed-in person, also by an account joined into the person's.</summary>
public static class IsSamePerson
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(string Subject) : IRequest<Result<bool>>;

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<bool>>
    {
        public async Task<Result<bool>> Handle(Query query, CancellationToken cancellationToken) => await db.IsKnownAs(user.Id, query.Subject, cancellationToken);
    }
}
