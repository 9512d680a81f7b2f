using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Partners;

/// <summary>A reseller: sells under its own name, so the operator learns of the customer only at registration.</summary>
public sealed class Partner
{
    /// <summary>Longest code of a partner, in characters.</summary>
    public const int CodeMaxLength = 32;

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Opaque id.</summary>
    public Guid Id { get; init; }

    /// <summary>The operator's code of the partner; the natural key of imports.</summary>
    public required string Code { get; init; }

    /// <summary>Name the partner trades under.</summary>
    public required string Name { get; set; }

    /// <summary>Register number (IČO), when known.</summary>
    public RegistrationNumber? RegistrationNumber { get; set; }

    /// <summary>Country of the register.</summary>
    public required Country Country { get; set; }

    /// <summary>E-mail for business.</summary>
    public EmailAddress? Email { get; set; }

    /// <summary>Phone for business.</summary>
    public PhoneNumber? Phone { get; set; }
}

/// <summary>Roles of a partner's people.</summary>
public enum PartnerRole
{
    /// <summary>Also invites and removes the partner's own people.</summary>
    Manager,

    /// <summary>Works with stock and status.</summary>
    Colleague,
}

/// <summary>An account that works for a partner.</summary>
public sealed class PartnerMember(Guid partnerId, Guid accountId, PartnerRole role, DateTimeOffset since)
{
    /// <summary>The partner.</summary>
    public Guid PartnerId { get; private set; } = partnerId;

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The role.</summary>
    public PartnerRole Role { get; set; } = role;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>When the person last came, by day; idle roles are switched off as the operator's are.</summary>
    public DateTimeOffset UsedAt { get; set; } = since;

    /// <summary>Whether it is switched off, because the person did not come for too long.</summary>
    public bool IsOffAt(DateTimeOffset now) => UsedAt <= now.AddDays(-StaffMember.IdleDays);
}
