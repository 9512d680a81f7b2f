namespace CustomerCentre.Domain.Customers;

/// <summary>What a member may do for a customer.</summary>
public enum MemberRole
{
    /// <summary>Everything, people included.</summary>
    Manager,

    /// <summary>Sees and registers products.</summary>
    Colleague,

    /// <summary>Only looks.</summary>
    Reader,
}

/// <summary>An account that may act for a customer.</summary>
public sealed class Member(Guid customerId, Guid accountId, MemberRole role, DateTimeOffset since)
{
    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7(since);

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>What it may do.</summary>
    public MemberRole Role { get; set; } = role;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>Hands the membership over to the account that its person's was joined into.</summary>
    public void MoveTo(Guid account) => AccountId = account;
}
