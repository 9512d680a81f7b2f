using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Domain.Access;

/// <summary>A licence kept for who asked for access, so that nobody takes it before the decision. Bound when approved.</summary>
public sealed class ReservedLicence
{
    /// <summary>The licence; can be kept for one request only.</summary>
    public required Guid LicenceId { get; init; }

    /// <summary>The request it is kept for.</summary>
    public required Guid AccessRequestId { get; init; }

    /// <summary>Day of the purchase as typed.</summary>
    public required DateOnly PurchasedOn { get; init; }

    /// <summary>Number of the tax document as typed.</summary>
    public string? TaxDocument { get; init; }

    /// <summary>Version of the licence terms that was accepted.</summary>
    public required string TermsVersion { get; init; }

    /// <summary>When the licence is free again.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What is known of the purchase.</summary>
    public Purchase Purchase => new(PurchasedOn, TaxDocument);
}
