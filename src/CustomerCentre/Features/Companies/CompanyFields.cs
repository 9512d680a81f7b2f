using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Features.Companies;

/// <summary>Which details a kind of customer has in a country: the page shows them, the validator asks for them, the rest is forgotten.</summary>
public sealed record CompanyFields
{
    /// <summary>Register number, always required where it exists.</summary>
    public bool RegistrationNumber { get; private init; }

    /// <summary>Name of the company or trader, required where it exists.</summary>
    public bool Name { get; private init; }

    /// <summary>Given and family name, both required where they exist.</summary>
    public bool PersonName { get; private init; }

    /// <summary>DIČ (CZ), IČ DPH (SK), VAT number elsewhere; never required.</summary>
    public bool VatNumber { get; private init; }

    /// <summary>The Slovak DIČ; never required.</summary>
    public bool TaxNumber { get; private init; }

    /// <summary>The Czech data box; never required.</summary>
    public bool DataBoxId { get; private init; }

    /// <summary>Whether a postal code must be given: not every country has them.</summary>
    public bool PostalCodeIsRequired { get; private init; }

    public static CompanyFields For(CustomerKind? kind, string? countryCode)
    {
        var country = Country.TryParse(countryCode);
        var isBusiness = kind is not (CustomerKind.Consumer or null);
        return new CompanyFields
        {
            RegistrationNumber = isBusiness,
            Name = isBusiness,
            PersonName = kind == CustomerKind.Consumer,
            VatNumber = isBusiness,
            TaxNumber = isBusiness && country == Country.Slovakia,
            DataBoxId = isBusiness && country == Country.Czechia,
            PostalCodeIsRequired = country == Country.Czechia || country == Country.Slovakia,
        };
    }
}
