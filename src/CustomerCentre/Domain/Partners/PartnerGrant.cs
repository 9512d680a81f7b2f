namespace CustomerCentre.Domain.Partners;

/// <summary>A customer lets one partner see more of it for a limited time.</summary>
public sealed class PartnerGrant
{
    /// <summary>Longest time of a grant, in days.</summary>
    public const int LongestDays = 366;

    /// <summary>Most partners that may see more of one customer at a time.</summary>
    public const int MostOpen = 50;

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; init; }

    /// <summary>The customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>The partner.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>The member who granted it.</summary>
    public required Guid GrantedBy { get; init; }

    /// <summary>Whether the partner sees licence numbers.</summary>
    public required bool ShowsLicenceNumbers { get; init; }

    /// <summary>Whether the partner sees the contacts on file.</summary>
    public required bool ShowsContacts { get; init; }

    /// <summary>When it was granted.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>Until when it holds.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the customer took it back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Takes it back; doing so twice changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
