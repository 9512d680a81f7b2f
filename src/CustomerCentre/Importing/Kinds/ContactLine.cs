using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of contacts: whom the operator knows at a customer.</summary>
internal sealed record ContactLine(
    [property: Column("Customer ID of a known customer.", IsRequired = true)] CustomerNumber CustomerNumber,
    [property: Column("Name of the person.")] string? Name,
    [property: Column("E-mail; this or the phone is required. Who proves it may act for the customer.")] EmailAddress? Email,
    [property: Column("Phone, with its country code or as written in Czechia.")] PhoneNumber? Phone)
{
    public string Key => Email?.Normalized ?? Phone?.Value ?? "";

    public static ContactLine Read(Line line)
    {
        var data = new ContactLine(
            line.Value(nameof(CustomerNumber), CustomerNumber.TryParse, ImportTexts.NotACustomerNumber)!,
            line.Text(nameof(Name), Contact.NameMaxLength),
            line.Value(nameof(Email), EmailAddress.TryParse, ImportTexts.NotAnEmail),
            line.Value(nameof(Phone), text => PhoneNumber.TryParse(text, Country.Czechia), ImportTexts.NotAPhone));
        if (line.IsGood && data.Key.Length == 0)
            line.Refuse(nameof(Email), ImportTexts.EmailOrPhone);
        return data;
    }
}
