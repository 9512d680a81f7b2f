using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>A new e-mail that an account asked for and has not confirmed yet; one at most for each account.</summary>
public sealed class EmailChange
{
    private EmailChange()
    {
    }

    /// <summary>A change that was just asked for.</summary>
    public EmailChange(Guid accountId, EmailAddress email, DateTimeOffset now)
    {
        AccountId = accountId;
        Ask(email, now);
    }

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The new e-mail.</summary>
    public EmailAddress Email { get; private set; } = null!;

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Asks for another e-mail instead.</summary>
    public void Ask(EmailAddress email, DateTimeOffset now) => (Email, AskedAt) = (email, now);
}
