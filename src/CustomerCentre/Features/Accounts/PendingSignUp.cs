using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Features.Accounts;

internal static class PendingSignUp
{
    /// <summary>The sign-ups with an e-mail that still wait for their link to be used.</summary>
    public static IQueryable<SignUp> PendingSignUps(this CustomerCentreDb db, EmailAddress email, DateTimeOffset now)
    {
        var since = now - AccountLetters.SignUpLives;
        return db.SignUps.Where(signUp => signUp.NormalizedEmail == email.Normalized && signUp.ConfirmedAt == null && signUp.CreatedAt > since);
    }
}
