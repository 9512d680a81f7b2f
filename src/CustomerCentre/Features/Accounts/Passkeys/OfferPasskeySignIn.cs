using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>What the sign-in page asks the browser for: any passkey of this site.</summary>
public static class OfferPasskeySignIn
{
    [Allow(Policies.Anyone)]
    public sealed record Query : IRequest<Result<PasskeyOffer>>;

    public sealed class Handler(PasskeyDesk desk) : IRequestHandler<Query, Result<PasskeyOffer>>
    {
        public async Task<Result<PasskeyOffer>> Handle(Query query, CancellationToken cancellationToken) => await desk.OfferSignIn();
    }
}
