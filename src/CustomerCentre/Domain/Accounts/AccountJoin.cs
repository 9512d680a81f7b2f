using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>A signed-in person wants the old accounts of another e-mail to become part of the account, and has yet to prove both.</summary>
public sealed class AccountJoin(Guid id, Guid accountId, EmailAddress email, string ownDigits, string otherDigits, DateTimeOffset expiresAt)
{
    /// <summary>How long it can be finished.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Proofs that may be tried.</summary>
    public const int MostTries = 5;

    /// <summary>Longest protected text, in characters.</summary>
    public const int ProtectedMaxLength = 400;

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The account that stays.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The other e-mail.</summary>
    public EmailAddress Email { get; private set; } = email;

    /// <summary>Digits mailed to the account's own e-mail, encrypted by the portal's keys.</summary>
    public string OwnDigits { get; private set; } = ownDigits;

    /// <summary>Digits mailed to the other e-mail, if it has old accounts; encrypted too.</summary>
    public string OtherDigits { get; private set; } = otherDigits;

    /// <summary>Proofs that may still be tried.</summary>
    public int TriesLeft { get; private set; } = MostTries;

    /// <summary>Until when it can be finished.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;
}
