using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Draws a key for an authenticator app. Nothing is kept: the form carries the key, encrypted, until a code of it confirms that the app has it.</summary>
public static class OfferApp
{
    /// <param name="State">The key that was offered before, so that a form with a mistake in it shows the same one.</param>
    [Allow(Policies.InPerson)]
    public sealed record Query(string? State) : IRequest<Result<Answer>>;

    /// <param name="Shown">The key for typing, in groups.</param>
    /// <param name="Address">The key for the app's camera.</param>
    /// <param name="State">The key for the form to carry.</param>
    public sealed record Answer(string Shown, string Address, string State);

    public sealed class Handler(CustomerCentreDb db, AuthenticatorKeys keys, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var email = await db.Users.Where(a => a.Id == user.Id).Select(a => a.Email!).SingleAsync(cancellationToken);
            var key = keys.Reveal(query.State) ?? AuthenticatorKeys.New();
            return new Answer(AuthenticatorKeys.Show(key), keys.AddressOf(key, email), keys.Protect(key));
        }
    }
}
