using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>What a person who cannot help themselves asks the operator for.</summary>
public enum AccountCaseKind
{
    /// <summary>The mailbox of the account is dead: it gets another e-mail.</summary>
    NewEmail,

    /// <summary>The app and the recovery codes are lost: the second factor is turned off.</summary>
    FactorOff,
}

/// <summary>How a case stands.</summary>
public enum AccountCaseState
{
    /// <summary>Waits for a second one of the staff.</summary>
    Waiting,

    /// <summary>Approved: the person's own mailbox can stop it, and the mailed link finish it once the waiting time is over.</summary>
    Approved,

    /// <summary>Stopped, by the mailbox of the account or by staff.</summary>
    Stopped,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Nobody approved it, or nobody used the link, in time.</summary>
    Expired,
}

/// <summary>
/// A change to the way into an account that staff make possible but cannot make: one of them opens it for a proven caller, another approves it, the account's own mailbox
/// can stop it for some days, and only who reads the mailbox it is for finishes it.
/// </summary>
public sealed class AccountCase(Guid id, AccountCaseKind kind, Guid accountId, Guid customerId, EmailAddress? email, string reason, Guid openedBy, DateTimeOffset openedAt)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 300;

    /// <summary>How long the account's mailbox can stop it before it can be finished: three days, so that who reads mail after a weekend is not late. Ours.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(3);

    /// <summary>How long it waits to be approved, and then, once it can be, to be finished. Ours.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromDays(14);

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>What is asked for.</summary>
    public AccountCaseKind Kind { get; private set; } = kind;

    /// <summary>Whose account.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The customer for which the caller was proven to act.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>The new e-mail.</summary>
    public EmailAddress? Email { get; private set; } = email;

    /// <summary>What the caller says, for who approves.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who of the staff opened it.</summary>
    public Guid OpenedBy { get; private set; } = openedBy;

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; private set; } = openedAt;

    /// <summary>Who of the staff approved it, never who opened it.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>When it was stopped.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>From when it can be finished; nothing before it is approved.</summary>
    public DateTimeOffset? FreeAt => ApprovedAt + Waits;

    /// <summary>Until when it can be approved or finished.</summary>
    public DateTimeOffset ExpiresAt => (FreeAt ?? OpenedAt) + Lives;

    /// <summary>How it stands.</summary>
    public AccountCaseState StateAt(DateTimeOffset now) =>
        DoneAt is not null ? AccountCaseState.Done : StoppedAt is not null ? AccountCaseState.Stopped : now >= ExpiresAt ? AccountCaseState.Expired
        : ApprovedAt is null ? AccountCaseState.Waiting : AccountCaseState.Approved;

    /// <summary>A second one of the staff approves it.</summary>
    /// <returns>False when that is who opened it, the person it is about, or too late.</returns>
    public bool Approve(Guid by, DateTimeOffset now)
    {
        if (by == OpenedBy || by == AccountId || StateAt(now) != AccountCaseState.Waiting)
            return false;
        (ApprovedBy, ApprovedAt) = (by, now);
        return true;
    }

    /// <summary>Stops it; false when it is over already.</summary>
    public bool Stop(DateTimeOffset now)
    {
        if (StateAt(now) is not (AccountCaseState.Waiting or AccountCaseState.Approved))
            return false;
        StoppedAt = now;
        return true;
    }

    /// <summary>Finishes it; false before the waiting time is over, and when it is not approved or over already.</summary>
    public bool Finish(DateTimeOffset now)
    {
        if (StateAt(now) != AccountCaseState.Approved || now < FreeAt)
            return false;
        DoneAt = now;
        return true;
    }
}
