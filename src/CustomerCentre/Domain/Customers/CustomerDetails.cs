using System.Globalization;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Customers;

/// <summary>What is known of a customer beside its numbers and people. One value, so that opening, completing and importing a customer speak of the same things.</summary>
public sealed record CustomerDetails
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Longest given name, in characters; together with the longest family name it fits into the name.</summary>
    public const int GivenNameMaxLength = NameMaxLength - FamilyNameMaxLength - 1;

    /// <summary>Longest family name, in characters.</summary>
    public const int FamilyNameMaxLength = 100;

    /// <summary>Longest street with its number, in characters.</summary>
    public const int StreetMaxLength = 150;

    /// <summary>Longest name of a town, in characters.</summary>
    public const int CityMaxLength = 100;

    /// <summary>What the customer is.</summary>
    public required CustomerKind Kind { get; init; }

    /// <summary>Country of the seat and of the register.</summary>
    public required Country Country { get; init; }

    /// <summary>Name of the company, or given and family name of a natural person.</summary>
    public required string Name { get; init; }

    /// <summary>Family name of a consumer: with the customer number and postal code it stands in for the missing register number.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Given name of a consumer: the name without the family name at its end.</summary>
    public string? GivenName => FamilyName is { } family && Name.EndsWith(family, StringComparison.Ordinal) ? Name[..^family.Length].TrimEnd() : null;

    /// <summary>Register number (IČO); nothing for a consumer.</summary>
    public RegistrationNumber? RegistrationNumber { get; init; }

    /// <summary>VAT number (DIČ, IČ DPH); a natural person's may be a birth number, so it is personal data.</summary>
    public VatNumber? VatNumber { get; init; }

    /// <summary>Slovak tax number (DIČ, ten digits).</summary>
    public SlovakTaxNumber? TaxNumber { get; init; }

    /// <summary>Street with number, or the village's house number.</summary>
    public string? Street { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Postal code.</summary>
    public PostalCode? PostalCode { get; init; }

    /// <summary>Data box (Czech), seven characters.</summary>
    public DataBoxId? DataBoxId { get; init; }

    /// <summary>Whether these details may be rewritten as others: country and register number say which company it is, so they are completed once and never changed here.</summary>
    public bool AllowsIdentityOf(CustomerDetails other) =>
        RegistrationNumber is null || (RegistrationNumber == other.RegistrationNumber && Country == other.Country);

    /// <summary>Whether a member must not see the VAT number, because it may hold a birth number (domain §8).</summary>
    public bool HidesVatNumberFrom(MemberRole role) => role != MemberRole.Manager && VatNumber?.MayHoldBirthNumber == true;

    /// <summary>Whether postal code and family name are those of this natural person: what stands in for a register number (domain §7). Case, accents and spaces around do not matter.</summary>
    public bool IsPerson(PostalCode? postalCode, string? familyName) =>
        FamilyName is { } known && PostalCode is not null && PostalCode == postalCode
        && CultureInfo.InvariantCulture.CompareInfo.Compare(known.Trim(), familyName?.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
