using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// A sign-up whose e-mail has not been confirmed. It is no account yet: each sign-up keeps its own password, so whoever confirms the e-mail
/// gets the password typed with that very sign-up and never one that a stranger prepared.
/// </summary>
public sealed class SignUp
{
    /// <summary>Longest way back that is kept, in characters.</summary>
    public const int ReturnUrlMaxLength = 500;

    private SignUp()
    {
    }

    /// <summary>Keeps a sign-up until its e-mail is confirmed.</summary>
    public SignUp(Guid id, EmailAddress email, string passwordHash, string language, string? returnUrl, DateTimeOffset now)
    {
        Id = id;
        Email = email;
        PasswordHash = passwordHash;
        Language = language;
        ReturnUrl = returnUrl;
        CreatedAt = now;
    }

    /// <summary>Id made by the form; the account that grows from the sign-up takes it over.</summary>
    public Guid Id { get; private set; }

    /// <summary>The e-mail to confirm. May be corrected until then.</summary>
    public EmailAddress Email
    {
        get;
        private set => (field, NormalizedEmail) = (value, value.Normalized);
    }

    = null!;

    /// <summary>The e-mail in the form it is looked up by.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <summary>Hash of the password in Identity's format.</summary>
    public string PasswordHash { get; private set; } = "";

    /// <summary>Language of the person (cs, en or sk), for mail.</summary>
    public string Language { get; private set; } = "cs";

    /// <summary>Where the person wanted to go, a path of this site.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>When it was made; unconfirmed it lives seven days.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the e-mail was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Corrects a mistyped e-mail; the browser that signed up may also have typed another password.</summary>
    public void Correct(EmailAddress email, string passwordHash) => (Email, PasswordHash) = (email, passwordHash);

    /// <summary>Marks the e-mail confirmed.</summary>
    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;
}
