namespace CustomerCentre.Domain.Accounts;

/// <summary>Roles of the operator's own people.</summary>
public enum OperatorRole
{
    /// <summary>Answers customers.</summary>
    Agent,

    /// <summary>Leads agents.</summary>
    Lead,

    /// <summary>Reads the audit, sees no customer data.</summary>
    Auditor,

    /// <summary>Operator administrator.</summary>
    Administrator,
}

/// <summary>An account that works for the operator in one role.</summary>
public sealed class StaffMember(Guid accountId, OperatorRole role, DateTimeOffset since)
{
    /// <summary>Days without use after which a role is switched off, the operator's and a partner's alike.</summary>
    public const int IdleDays = 90;

    /// <summary>Whose role it is.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The role.</summary>
    public OperatorRole Role { get; private set; } = role;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>When the person last came in it, by day. Older than <see cref="IdleDays"/> switches it off until it is given again.</summary>
    public DateTimeOffset UsedAt { get; set; } = since;

    /// <summary>Whether it is switched off, because nobody used it for too long.</summary>
    public bool IsOffAt(DateTimeOffset now) => UsedAt <= now.AddDays(-IdleDays);
}
