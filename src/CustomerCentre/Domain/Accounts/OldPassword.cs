using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// The password somebody had in an old service, until the first sign-in here: then one of an e-mail's old passwords becomes the account's and all of them are deleted.
/// An account that has a password of its own is never opened by one of these.
/// </summary>
public sealed class OldPassword
{
    /// <summary>Longest key of a service, in characters.</summary>
    public const int ServiceMaxLength = 32;

    /// <summary>Longest salt, in bytes.</summary>
    public const int SaltMaxLength = 128;

    /// <summary>Longest stored form, in characters.</summary>
    public const int HashMaxLength = 512;

    private OldPassword()
    {
    }

    /// <summary>Keeps an old password.</summary>
    /// <param name="email">The e-mail in the old service.</param>
    /// <param name="service">Key of the service in the settings.</param>
    /// <param name="emailConfirmed">Whether that service had confirmed the e-mail.</param>
    /// <param name="changedAt">Since when the password was valid there, if known.</param>
    /// <param name="kind">How it was hashed.</param>
    /// <param name="parameters">What was set besides.</param>
    /// <param name="salt">The salt; empty when there was none or the hash holds it itself.</param>
    public OldPassword(
        EmailAddress email, string service, bool emailConfirmed, DateTimeOffset? changedAt, OldHashKind kind, OldHashParameters parameters, byte[] salt)
    {
        Email = email;
        NormalizedEmail = email.Normalized;
        Service = service;
        EmailConfirmed = emailConfirmed;
        ChangedAt = changedAt;
        Kind = kind;
        Parameters = parameters;
        Salt = salt;
    }

    /// <summary>The e-mail as the old service knew it.</summary>
    public EmailAddress Email { get; private set; } = null!;

    /// <summary>The e-mail for look-up; with the service the key of the row.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <summary>Key of the service in the settings.</summary>
    public string Service { get; private set; } = "";

    /// <summary>Whether that service had confirmed the e-mail; if not, a mailed code must prove it before anything is opened.</summary>
    public bool EmailConfirmed { get; private set; }

    /// <summary>Since when the password was valid there, if known.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>How it was hashed.</summary>
    public OldHashKind Kind { get; private set; }

    /// <summary>What was set besides the salt.</summary>
    public OldHashParameters Parameters { get; private set; } = new();

    /// <summary>The salt; empty when there was none or the hash holds it itself.</summary>
    public byte[] Salt { get; private set; } = [];

    /// <summary>How the hash rests.</summary>
    public OldHashState State { get; private set; }

    /// <summary>The hash in the form its <see cref="State"/> says; never a weak one bare.</summary>
    public string StoredHash { get; private set; } = "";

    /// <summary>When it was first brought here; from then on runs the time after which it is deleted.</summary>
    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>Notes when it was brought.</summary>
    public void CameAt(DateTimeOffset moment) => ImportedAt = moment;

    /// <summary>Corrects whether the service had confirmed the e-mail.</summary>
    public void Confirm(bool isConfirmed) => EmailConfirmed = isConfirmed;

    /// <summary>Becomes what a newer file says of the same e-mail in the same service. How long it is kept counts from the first one.</summary>
    public void TakeOver(OldPassword newer)
    {
        (Email, EmailConfirmed, ChangedAt) = (newer.Email, newer.EmailConfirmed, newer.ChangedAt);
        (Kind, Parameters, Salt, State, StoredHash) = (newer.Kind, newer.Parameters, newer.Salt, newer.State, newer.StoredHash);
    }

    /// <summary>Sets the form in which the hash rests from now on.</summary>
    public void Rest(OldHashState state, string storedHash) => (State, StoredHash) = (state, storedHash);
}
