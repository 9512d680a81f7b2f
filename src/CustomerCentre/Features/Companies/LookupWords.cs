using System.Globalization;
using CustomerCentre.Registers;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Companies;

/// <summary>How a register number and its register are called in a country.</summary>
internal sealed record LookupWords(string? CountryCode)
{
    /// <summary>Whether there is a register to ask.</summary>
    public bool IsHome => CountryCode is "CZ" or "SK";

    public string Label => IsHome ? CompanyFormTexts.Number : CompanyFormTexts.NumberAbroad;

    public string? Hint => IsHome ? With(CompanyFormTexts.NumberHint) : null;

    /// <summary>A sentence with the name of the register in it.</summary>
    public string With(string text) => string.Format(CultureInfo.CurrentCulture, text, CountryCode == "SK" ? RegisterSources.Rpo : RegisterSources.Ares);

    /// <summary>"z ARES, 22. 11. 2026"; the sample register is called by its name.</summary>
    public static string Origin(RegisterEntry entry) => string.Format(
        CultureInfo.CurrentCulture, CompanyFormTexts.Origin, entry.Source == RegisterSources.Sample ? CompanyFormTexts.SampleRegister : entry.Source, entry.At.ToText());
}
