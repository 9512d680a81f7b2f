using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>One licence of a confirmation.</summary>
/// <param name="Stations">Computers it covers.</param>
/// <param name="PartnerName">Where it was bought; nothing when the operator sold it itself.</param>
public sealed record ConfirmedLicence(
    string Product, LicenceKind Kind, int Stations, LicenceNumber Number, DateOnly? PurchasedOn, DateTimeOffset? RegisteredAt, string? PartnerName,
    SupportEntitlement Support);
