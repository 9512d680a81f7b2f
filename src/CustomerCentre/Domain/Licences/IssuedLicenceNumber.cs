using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Licences;

/// <summary>A number a licence has or had. A replaced number stays, so that lineage can be told and no number is issued twice.</summary>
public sealed class IssuedLicenceNumber(LicenceNumber number, Guid licenceId, DateTimeOffset since)
{
    /// <summary>The number; a secret, unique for ever.</summary>
    public LicenceNumber Number { get; private set; } = number;

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; } = licenceId;

    /// <summary>Whether it is the licence's number today.</summary>
    public bool IsCurrent { get; set; } = true;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; } = since;
}
