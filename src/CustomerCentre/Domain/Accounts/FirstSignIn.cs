using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// Somebody on the way from an old service who has yet to prove the e-mail: by a mailed code, after typing a password of a service that never confirmed it, or by a
/// mailed link to a new password. Nothing of the e-mail changes before: what is kept here is worthless to whoever does not read its mail.
/// </summary>
public sealed class FirstSignIn
{
    /// <summary>How long a mailed code can be used; as long as the browser remembers whom it is for.</summary>
    public static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes after which it is over.</summary>
    public const int MostTries = 5;

    /// <summary>Longest protected text, in characters.</summary>
    public const int ProtectedMaxLength = 400;

    private FirstSignIn()
    {
    }

    /// <summary>Opaque id; an account that grows from it takes it over.</summary>
    public Guid Id { get; private set; }

    /// <summary>The e-mail to prove, as the old service knew it.</summary>
    public EmailAddress Email { get; private set; } = null!;

    /// <summary>The e-mail for look-up.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <summary>Key of the service whose password was typed; nothing for a link to a new password.</summary>
    public string? Service { get; private set; }

    /// <summary>The typed password in the current hash.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Whether that password is too weak today.</summary>
    public bool IsWeak { get; private set; }

    /// <summary>The digits of the code, encrypted by the portal's keys: six digits behind a bare hash would be guessed from a stolen copy.</summary>
    public string? ProtectedDigits { get; private set; }

    /// <summary>Codes that may still be typed.</summary>
    public int TriesLeft { get; private set; }

    /// <summary>Until when it can be finished.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Waits for a mailed code.</summary>
    public static FirstSignIn ByCode(EmailAddress email, string service, string passwordHash, bool isWeak, string protectedDigits, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Email = email,
        NormalizedEmail = email.Normalized,
        Service = service,
        PasswordHash = passwordHash,
        IsWeak = isWeak,
        ProtectedDigits = protectedDigits,
        TriesLeft = MostTries,
        ExpiresAt = now + CodeLives,
    };

    /// <summary>Waits for a mailed link, which leads here by <see cref="Id"/>.</summary>
    public static FirstSignIn ByLink(EmailAddress email, DateTimeOffset now, DateTimeOffset expiresAt) =>
        new() { Id = Guid.CreateVersion7(now), Email = email, NormalizedEmail = email.Normalized, ExpiresAt = expiresAt };
}
