using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Customers;

/// <summary>An invitation to act for a customer, mailed to somebody who may not have an account yet.</summary>
public sealed class Invitation(Guid id, Guid customerId, EmailAddress email, MemberRole role, Guid invitedBy, DateTimeOffset createdAt)
{
    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>Who is invited.</summary>
    public EmailAddress Email { get; private set; } = email;

    /// <summary>The role the invited person gets.</summary>
    public MemberRole Role { get; private set; } = role;

    /// <summary>The account that invited.</summary>
    public Guid InvitedBy { get; private set; } = invitedBy;

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }
}
