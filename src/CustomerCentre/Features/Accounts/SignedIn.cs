using CustomerCentre.Data;

namespace CustomerCentre.Features.Accounts;

/// <summary>Who has just proven to be who they are. The page writes the cookie from it; requests cannot.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">The session that was opened; none while something lacks.</param>
/// <param name="Email">The account's e-mail.</param>
/// <param name="Name">The person's name, if known.</param>
/// <param name="ReturnUrl">Where to go on, a path of this site.</param>
/// <param name="Stays">Whether the sign-in outlives the browser window.</param>
/// <param name="Pending">What the sign-in still lacks; nothing once a session is open.</param>
public sealed record SignedIn(
    Guid AccountId, Guid SessionId, string Email, string? Name, string? ReturnUrl = null, bool Stays = false, PendingSignIn? Pending = null)
{
    /// <summary>A person who must still do a step: there is no session, so a cookie made of this would sign nobody in.</summary>
    public static SignedIn Waiting(Account account, PendingSignIn pending) => new(account.Id, Guid.Empty, account.Email!, account.Name, Pending: pending);
}
