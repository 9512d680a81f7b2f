using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Partners;

/// <summary>An invitation to work for a partner, mailed to somebody who may not have an account yet.</summary>
public sealed class PartnerInvitation(Guid id, Guid partnerId, EmailAddress email, PartnerRole role, Guid invitedBy, DateTimeOffset createdAt)
{
    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Most invitations of one partner that wait at a time.</summary>
    public const int MostOpen = 20;

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The partner.</summary>
    public Guid PartnerId { get; private set; } = partnerId;

    /// <summary>Who is invited.</summary>
    public EmailAddress Email { get; private set; } = email;

    /// <summary>The role the invited person gets.</summary>
    public PartnerRole Role { get; private set; } = role;

    /// <summary>The account that invited.</summary>
    public Guid InvitedBy { get; private set; } = invitedBy;

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Until when it can be accepted.</summary>
    public DateTimeOffset ExpiresAt => CreatedAt + Lifetime;
}
