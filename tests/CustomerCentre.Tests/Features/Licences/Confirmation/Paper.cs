using System.Globalization;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Licences.Confirmation;
using CustomerCentre.Shell;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

/// <summary>Made-up confirmations, and the operator whose letterhead they carry.</summary>
internal static class Paper
{
    public static OperatorOptions Operator { get; } = new()
    {
        Brand = "STORMWARE",
        HomeCountry = "CZ",
        Entities =
        {
            ["CZ"] = new()
            {
                Name = "STORMWARE s.r.o.", Street = "Za Prachárnou 4962/45", City = "586 01 Jihlava", RegisterNumber = "25313142", VatNumber = "CZ25313142",
                SalesPhone = "+420 567 112 612", SalesEmail = "info@stormware.cz", SupportPhone = "+420 567 117 711", SupportEmail = "hotline@stormware.cz",
            },
        },
    };

    public static ReadConfirmation.Answer Confirmation(int licences = 3, string name = "Účetní dům, s.r.o.", string? product = null, string? number = null) => new(
        CustomerNumber.Parse("1234567890"), name, "Lipová 12", "586 01 Jihlava", Country.Czechia, "99000041", "CZ99000041", new DateOnly(2026, 11, 22),
        [.. Enumerable.Range(0, licences).Select(index => Licence(index, product, number))]);

    public static List<string> Texts(this IEnumerable<Sheet> sheets) => [.. sheets.SelectMany(sheet => sheet.Texts).Select(text => text.Text.Replace('\u00a0', ' '))];

    public static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);

    private static ConfirmedLicence Licence(int index, string? product, string? number)
    {
        string[] products = ["POHODA SQL Jazz", "POHODA SQL Jazz, přídavná licence", "PAMICA Profi", "TAX Standard"];
        var support = (index % 4) switch
        {
            2 => new SupportEntitlement(false, EntitlementReason.Expired, new DateOnly(2025, 12, 31), Guid.Empty),
            3 => new SupportEntitlement(false, EntitlementReason.NeverBought, null, Guid.Empty),
            _ => new SupportEntitlement(true, EntitlementReason.Covered, new DateOnly(2027, 12, 31), Guid.Empty),
        };
        return new(
            product ?? products[index % 4], (index % 4) switch { 0 => LicenceKind.Net3, 1 => LicenceKind.Cal, _ => LicenceKind.Single }, (index % 4) switch { 0 => 5, 1 => 2, _ => 1 },
            number is null ? LicenceNumber.New() : LicenceNumber.Parse(number), new DateOnly(2026, 10, 14), new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
            index % 2 == 0 ? "Počítače Novák, spol. s r.o." : null, support);
    }
}
