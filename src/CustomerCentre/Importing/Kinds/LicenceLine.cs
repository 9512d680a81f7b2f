using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>The states a line of licences can tell of.</summary>
internal enum LineState
{
    InStock,
    Sold,
    SoldDirectly,
    Registered,
    Ended,
}

/// <summary>A line of licences.</summary>
internal sealed record LicenceLine(
    [property: Column("Licence number: ours, or a foreign one of 6 to 40 letters and digits, kept as it is.", IsRequired = true, IsSecret = true)] LicenceNumber LicenceNumber,
    [property: Column("Code of a known product.", IsRequired = true)] string ProductCode,
    [property: Column("Single, Net3, Net5, Mlp or Cal.", IsRequired = true)] LicenceKind Kind,
    [property: Column("Computers that a Cal adds; 1 when empty.")] int Quantity,
    [property: Column("Add-ons (Mlp, Cal): number of the base licence, which stands before its add-ons.", IsSecret = true)] LicenceNumber? BaseLicenceNumber,
    [property: Column("InStock; Sold (to a partner); SoldDirectly (registered from the invoice date); Registered; Ended. A licence never goes back.", IsRequired = true)]
    LineState State,
    [property: Column("Code of the partner it was sold to; required when Sold.")] string? PartnerCode,
    [property: Column("Day of delivery to the partner; required when Sold.")] DateOnly? DeliveredOn,
    [property: Column("Customer it is bound to; required when SoldDirectly or Registered.")] CustomerNumber? CustomerNumber,
    [property: Column("Day of the purchase or invoice; required when SoldDirectly or Registered. When Sold: the day the partner sold it, which proves a foreign number.")] DateOnly? PurchasedOn,
    [property: Column("Number of the tax document. When Sold: the partner's, which proves a foreign number.")] string? TaxDocument,
    [property: Column("Day of the registration; the day of the purchase when empty.")] DateOnly? RegisteredOn,
    [property: Column("Returned, Cancelled or Blocked; required when Ended.")] LicenceEnd? EndReason,
    [property: Column("Day it ended; required when Ended.")] DateOnly? EndedOn,
    [property: Column("Note to the end, shown to the customer.")] string? EndNote,
    [property: Column("The number that this one replaces: the same licence goes on under the new number.", IsSecret = true)] LicenceNumber? ReplacesLicenceNumber)
{
    private const int MostComputers = 9_999;

    public bool IsBound => State is LineState.SoldDirectly or LineState.Registered;

    public static LicenceLine Read(Line line) => new(
        line.Value(nameof(LicenceNumber), LicenceNumber.TryParse, ImportTexts.NotALicenceNumber)!,
        line.Text(nameof(ProductCode), Product.CodeMaxLength)!,
        line.Choice<LicenceKind>(nameof(Kind)) ?? default,
        line.Whole(nameof(Quantity), 1, MostComputers) ?? 1,
        line.Value(nameof(BaseLicenceNumber), LicenceNumber.TryParse, ImportTexts.NotALicenceNumber),
        line.Choice<LineState>(nameof(State)) ?? default,
        line.Text(nameof(PartnerCode), Domain.Partners.Partner.CodeMaxLength),
        line.Day(nameof(DeliveredOn)),
        line.Value(nameof(CustomerNumber), CustomerNumber.TryParse, ImportTexts.NotACustomerNumber),
        line.Day(nameof(PurchasedOn)),
        line.Text(nameof(TaxDocument), Purchase.TaxDocumentMaxLength),
        line.Day(nameof(RegisteredOn)),
        line.Choice<LicenceEnd>(nameof(EndReason)),
        line.Day(nameof(EndedOn)),
        line.Text(nameof(EndNote), Licence.EndNoteMaxLength),
        line.Value(nameof(ReplacesLicenceNumber), LicenceNumber.TryParse, ImportTexts.NotALicenceNumber));
}
