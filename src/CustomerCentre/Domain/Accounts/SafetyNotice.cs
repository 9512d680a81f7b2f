using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// A letter about the safety of an account. Who reads the mailbox it went to may say for a week that it was somebody else and gets the account back,
/// also when its e-mail was changed after.
/// </summary>
public sealed class SafetyNotice
{
    /// <summary>How long "it was not me" can be said.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private SafetyNotice()
    {
    }

    /// <summary>A letter that is being sent.</summary>
    /// <param name="accountId">About which account.</param>
    /// <param name="email">The mailbox it goes to.</param>
    /// <param name="now">When.</param>
    public SafetyNotice(Guid accountId, EmailAddress email, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        AccountId = accountId;
        Email = email;
        At = now;
    }

    /// <summary>Opaque id; the mailed link leads here.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account it is about.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The mailbox it went to.</summary>
    public EmailAddress Email { get; private set; } = null!;

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; private set; }
}
