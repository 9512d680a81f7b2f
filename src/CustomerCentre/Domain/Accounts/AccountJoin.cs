using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// A signed-in person wants the account of another e-mail to become part of this one. Both must be proven: old accounts, which nobody has signed in to here, are joined
/// then; an account in use must be proven as a sign-in to it would ask for, its second factor included, and is joined when the person has read what that will do.
/// </summary>
public sealed class AccountJoin(Guid id, Guid accountId, EmailAddress email, string ownDigits, string otherDigits, DateTimeOffset expiresAt)
{
    /// <summary>How long it can be finished.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Proofs that may be tried.</summary>
    public const int MostTries = 5;

    /// <summary>Longest protected text, in characters.</summary>
    public const int ProtectedMaxLength = 400;

    /// <summary>Longest stamp of an account, in characters.</summary>
    public const int StampMaxLength = 64;

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The account that stays.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The other e-mail.</summary>
    public EmailAddress Email { get; private set; } = email;

    /// <summary>Digits mailed to the account's own e-mail, encrypted by the portal's keys.</summary>
    public string OwnDigits { get; private set; } = ownDigits;

    /// <summary>Digits mailed to the other account, if there is one; encrypted too.</summary>
    public string OtherDigits { get; private set; } = otherDigits;

    /// <summary>Proofs that may still be tried.</summary>
    public int TriesLeft { get; private set; } = MostTries;

    /// <summary>Until when it can be finished.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    /// <summary>The account in use that was proven by its password or a mailed code; nothing before.</summary>
    public Guid? OtherId { get; private set; }

    /// <summary>The other account's stamp at that proof: a password changed meanwhile makes the proof worthless.</summary>
    public string? OtherStamp { get; private set; }

    /// <summary>It was a mailed code, so that another mailed code would be the same proof again.</summary>
    public bool IsByMail { get; private set; }

    /// <summary>The other account's second factor has yet to be proven.</summary>
    public bool LacksFactor { get; private set; }

    /// <summary>Whether nothing lacks but the person's word.</summary>
    public bool IsProven => OtherId is not null && !LacksFactor;

    /// <summary>The account in use was proven by its password or a mailed code.</summary>
    public void Prove(Guid otherId, string? stamp, bool byMail, bool lacksFactor) => (OtherId, OtherStamp, IsByMail, LacksFactor) = (otherId, stamp, byMail, lacksFactor);

    /// <summary>Its second factor was proven too.</summary>
    public void PassFactor() => LacksFactor = false;
}
