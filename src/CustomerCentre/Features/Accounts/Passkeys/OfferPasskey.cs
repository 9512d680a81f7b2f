using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>What the browser of a signed-in person is asked for to make a passkey.</summary>
public static class OfferPasskey
{
    [Allow(Policies.InPerson)]
    public sealed record Query : IRequest<Result<PasskeyOffer>>;

    public sealed class Handler(CustomerCentreDb db, PasskeyDesk desk, CurrentUser user) : IRequestHandler<Query, Result<PasskeyOffer>>
    {
        public async Task<Result<PasskeyOffer>> Handle(Query query, CancellationToken cancellationToken) =>
            await desk.OfferCreation(await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken));
    }
}
