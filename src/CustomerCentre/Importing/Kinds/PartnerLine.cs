using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of partners.</summary>
internal sealed record PartnerLine(
    [property: Column("Code of the partner.", IsRequired = true)] string Code,
    [property: Column("Name the partner trades under.", IsRequired = true)] string Name,
    [property: Column("Country, two letters (ISO 3166-1): CZ, SK, …", IsRequired = true)] Country Country,
    [property: Column("Register number.", MayBeBirthNumber = true)] RegistrationNumber? RegistrationNumber,
    [property: Column("E-mail for business.")] EmailAddress? Email,
    [property: Column("Phone for business, with +420 or as written at home.")] PhoneNumber? Phone)
{
    public static PartnerLine Read(Line line)
    {
        var country = line.Value(nameof(Country), Country.TryParse, ImportTexts.NotACountry) ?? Country.Czechia;
        return new(
            line.Text(nameof(Code), Partner.CodeMaxLength)!,
            line.Text(nameof(Name), Partner.NameMaxLength)!,
            country,
            line.Value(nameof(RegistrationNumber), text => RegistrationNumber.TryParse(country, text), ImportTexts.NotARegistrationNumber),
            line.Value(nameof(Email), EmailAddress.TryParse, ImportTexts.NotAnEmail),
            line.Value(nameof(Phone), text => PhoneNumber.TryParse(text, country), ImportTexts.NotAPhone));
    }
}
