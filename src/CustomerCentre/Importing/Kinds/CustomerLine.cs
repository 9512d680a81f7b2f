using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of customers.</summary>
internal sealed record CustomerLine(
    [property: Column("Customer ID, 4 to 12 digits. One of our own range must have the right check digit.", IsRequired = true)] CustomerNumber CustomerNumber,
    [property: Column("Company, SoleTrader, Organisation or Consumer.", IsRequired = true)] CustomerKind Kind,
    [property: Column("Country, two letters (ISO 3166-1): CZ, SK, …", IsRequired = true)] Country Country,
    [property: Column("Name of the company, or given and family name.", IsRequired = true)] string Name,
    [property: Column("Family name; required of a consumer.")] string? FamilyName,
    [property: Column("Register number; a consumer has none.", MayBeBirthNumber = true)] RegistrationNumber? RegistrationNumber,
    [property: Column("VAT number with its prefix.", MayBeBirthNumber = true)] VatNumber? VatNumber,
    [property: Column("Slovak tax number, ten digits.", MayBeBirthNumber = true)] SlovakTaxNumber? TaxNumber,
    [property: Column("Street with number.")] string? Street,
    [property: Column("Town.")] string? City,
    [property: Column("Postal code.")] PostalCode? PostalCode,
    [property: Column("Data box, seven characters.")] DataBoxId? DataBoxId)
{
    public CustomerDetails Details => new()
    {
        Kind = Kind,
        Country = Country,
        Name = Name,
        FamilyName = FamilyName,
        RegistrationNumber = RegistrationNumber,
        VatNumber = VatNumber,
        TaxNumber = TaxNumber,
        Street = Street,
        City = City,
        PostalCode = PostalCode,
        DataBoxId = DataBoxId,
    };

    public static CustomerLine Read(Line line)
    {
        var country = line.Value(nameof(Country), Country.TryParse, ImportTexts.NotACountry) ?? Country.Czechia;
        var data = new CustomerLine(
            line.Value(nameof(CustomerNumber), CustomerNumber.TryParse, ImportTexts.NotACustomerNumber)!,
            line.Choice<CustomerKind>(nameof(Kind)) ?? default,
            country,
            line.Text(nameof(Name), CustomerDetails.NameMaxLength)!,
            line.Text(nameof(FamilyName), CustomerDetails.FamilyNameMaxLength),
            line.Value(nameof(RegistrationNumber), text => RegistrationNumber.TryParse(country, text), ImportTexts.NotARegistrationNumber),
            line.Value(nameof(VatNumber), text => VatNumber.TryParse(country, text), ImportTexts.NotAVatNumber),
            line.Value(nameof(TaxNumber), SlovakTaxNumber.TryParse, ImportTexts.NotATaxNumber),
            line.Text(nameof(Street), CustomerDetails.StreetMaxLength),
            line.Text(nameof(City), CustomerDetails.CityMaxLength),
            line.Value(nameof(PostalCode), text => PostalCode.TryParse(country, text), ImportTexts.NotAPostalCode),
            line.Value(nameof(DataBoxId), DataBoxId.TryParse, ImportTexts.NotADataBox));
        if (data is { Kind: CustomerKind.Consumer, FamilyName: null })
            line.Refuse(nameof(FamilyName), ImportTexts.Missing);
        if (data is { Kind: CustomerKind.Consumer, RegistrationNumber: not null })
            line.Refuse(nameof(RegistrationNumber), ImportTexts.ConsumerHasNone);
        return data;
    }
}
