using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using Microsoft.AspNetCore.Identity;

namespace CustomerCentre.Data;

/// <summary>
/// One person's sign-in for all the operator's services: the key is the e-mail, the lasting id is <see cref="IdentityUser{TKey}.Id"/>.
/// It stands beside the database and not in the domain because it is Identity's own type; the domain knows it by its id.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Longest name of a person, in characters.</summary>
    public const int NameMaxLength = 150;

    /// <summary>Longest name of a passkey, in characters.</summary>
    public const int PasskeyNameMaxLength = 60;

    /// <summary>Longest reason for disabling an account, in characters.</summary>
    public const int ReasonMaxLength = 300;

    /// <summary>Name the person wants to be called by.</summary>
    public string? Name { get; set; }

    /// <summary>Language of mail to the person: cs, en or sk.</summary>
    public string Language { get; set; } = "cs";

    /// <summary>When the e-mail was confirmed and the account came to be.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its person closed it; nothing while it is in use. It can be opened again until it is made anonymous.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether nothing is left of its person, because it stayed closed.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>
    /// The account it was joined into; nothing while it stands by itself. Its e-mail then is another one to sign in to that account with, its id goes on being the
    /// <c>sub</c> of services that know it, and its passkeys, which carry that id in the device, stay here.
    /// </summary>
    public Guid? JoinedIntoId { get; set; }

    /// <summary>When it was joined into another.</summary>
    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>When the operator disabled it; nothing while it may be used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Why it is disabled, for staff.</summary>
    public string? DisabledReason { get; set; }

    /// <summary>A made-up account of the demo worlds; Production refuses a database that holds one.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Gives the account another e-mail, which is its key.</summary>
    public void Rename(EmailAddress email) =>
        (Email, NormalizedEmail, UserName, NormalizedUserName) = (email.Value, email.Normalized, email.Value, email.Normalized);

    /// <summary>The account that grows from a sign-up whose e-mail was just confirmed.</summary>
    public static Account From(SignUp signUp, DateTimeOffset now) => new()
    {
        Id = signUp.Id,
        Email = signUp.Email.Value,
        NormalizedEmail = signUp.Email.Normalized,
        UserName = signUp.Email.Value,
        NormalizedUserName = signUp.Email.Normalized,
        EmailConfirmed = true,
        PasswordHash = signUp.PasswordHash,
        SecurityStamp = Guid.NewGuid().ToString(),
        Language = signUp.Language,
        CreatedAt = now,
    };
}
