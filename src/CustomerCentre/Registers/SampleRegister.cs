using System.Globalization;
using System.Text.Json;

namespace CustomerCentre.Registers;

/// <summary>
/// A dozen companies bundled with the program, for work without a network. Well-known companies are described by public facts,
/// made-up numbers belong to companies whose name says so.
/// </summary>
public sealed class SampleRegister
{
    private readonly SampleFile file = Load();

    internal IReadOnlyList<CompanyRecord> Companies => file.Companies;

    internal CompanyRecord? Find(string country, string registrationNumber) =>
        Companies.FirstOrDefault(c => c.Country == country && c.RegistrationNumber == registrationNumber);

    /// <summary>Companies with that text in the name, whatever the case and diacritics.</summary>
    internal IReadOnlyList<CompanyRecord> Search(string name) =>
        [.. Companies.Where(c => CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            c.Name, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)];

    /// <summary>The holder of a VAT number; null when the sample does not know the number.</summary>
    internal ViesResult? CheckVat(string vatNumber) =>
        Companies.FirstOrDefault(c => c.VatNumber == vatNumber) is { } holder ? new(true, holder.Name, null, null)
        : file.VatNumbers.Contains(vatNumber) ? new(true, null, null, null)
        : null;

    private static SampleFile Load()
    {
        using var stream = typeof(SampleRegister).Assembly.GetManifestResourceStream("sample-companies.json")
            ?? throw new InvalidOperationException("The sample register is missing in the assembly.");
        return JsonSerializer.Deserialize<SampleFile>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record SampleFile(IReadOnlyList<CompanyRecord> Companies, IReadOnlyList<string> VatNumbers);
}
