using System.ComponentModel;

namespace CustomerCentre.Registers;

/// <summary>A company as a register describes it, in our form. Every register leaves fields out, so nearly all may be missing.</summary>
/// <param name="RegistrationNumber">IČO, 8 digits with leading zeros.</param>
/// <param name="Name">Registered name, empty when the register gives none. Liquidation shows only here, as "v likvidaci".</param>
/// <param name="VatNumber">DIČ with its prefix, for a member of a VAT group that of the group. It does not mean a VAT payer,
/// and for a natural person it may be a birth number: personal data. RPO has none.</param>
/// <param name="Street">Street with numbers ("Duhová 1444/2"), or without streets the number with its village ("Lhota č.p. 12").</param>
/// <param name="City">Town as written on a letter ("Praha 4").</param>
/// <param name="PostalCode">Five digits without a space, leading zeros kept; a foreign seat's code as it came.</param>
/// <param name="Country">Country of the seat, ISO 3166-1 alpha-2; empty when the register names one we cannot translate.</param>
/// <param name="IsNaturalPerson">True for a sole trader, false for a legal person, missing when the register does not say.</param>
/// <param name="CeasedOn">The day on which the company ceased, only when that day has come: warn, allow, staff look.</param>
[ImmutableObject(true)]
public sealed record CompanyRecord(
    string RegistrationNumber,
    string Name,
    string? VatNumber,
    string? Street,
    string? City,
    string? PostalCode,
    string Country,
    bool? IsNaturalPerson,
    DateOnly? CeasedOn)
{
    /// <summary>Country and number alone: a possible birth number must not slip into a log.</summary>
    public override string ToString() => $"{Country} {RegistrationNumber}";
}
