namespace CustomerCentre.Data.PartnerStatus;

/// <summary>What a partner says of a customer, as typed.</summary>
/// <param name="CustomerNumber">The customer ID, today's or an earlier one.</param>
/// <param name="RegistrationNumber">The register number (IČO).</param>
public sealed record StatusPair(string CustomerNumber, string RegistrationNumber);
