using System.Text.RegularExpressions;
using static CustomerCentre.Registers.RegisterSources;

namespace CustomerCentre.Registers;

/// <summary>
/// The outside registers behind one door (domain.md §9). They suggest, the person confirms; an outage is an answer
/// ("unknown"), never an error. Identifiers come in canonical form. Only a cancelled caller gets an exception.
/// </summary>
public sealed partial class CompanyRegister(
    AresRegister ares, RpoRegister rpo, ViesRegister vies, SampleRegister sample, RegisterDesk desk, TimeProvider time)
{
    private const int MinNameLength = 3;
    private const int MaxNameLength = 255;

    /// <summary>Looks a company up: CZ in ARES, SK in RPO. Another country, or a number that is not 8 digits, is unknown and asks nobody.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, capitals.</param>
    /// <param name="registrationNumber">IČO, 8 digits.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    public async Task<CompanyAnswer> FindAsync(string country, string registrationNumber, CancellationToken cancellationToken)
    {
        var source = country switch { "CZ" => Ares, "SK" => Rpo, _ => "" };
        if (source == "" || !EightDigits().IsMatch(registrationNumber))
        {
            return Unknown("");
        }

        return await desk.AskAsync<CompanyAnswer>(
            new(
                source,
                About: registrationNumber,
                Ask: async token => Answer(
                    source == Ares ? await ares.FindAsync(registrationNumber, token) : await rpo.FindAsync(registrationNumber, token),
                    source),
                AskSample: () => Answer(sample.Find(country, registrationNumber), Sample),
                Unknown,
                IsKnown: answer => answer.Company is not null),
            cancellationToken);

        CompanyAnswer Unknown(string source) => new(RegisterState.Unknown, null, source, Now);
        CompanyAnswer Answer(CompanyRecord? company, string source) =>
            new(company is null ? RegisterState.Invalid : RegisterState.Valid, company, source, Now);
    }

    /// <summary>Searches ARES by name, or says that the name fits too many.</summary>
    /// <param name="name">Part of the name. Under 3 letters is too many and over 255 unknown, without asking.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    public async Task<CompanySearchAnswer> SearchAsync(string name, CancellationToken cancellationToken)
    {
        name = Spaces().Replace(name.Trim(), " ");
        if (name.Length is < MinNameLength or > MaxNameLength)
        {
            return Ended(name.Length < MinNameLength ? CompanySearchState.TooMany : CompanySearchState.Unknown, "");
        }

        return await desk.AskAsync<CompanySearchAnswer>(
            new(
                Ares,
                About: $"name:{name.ToUpperInvariant()}",
                Ask: async token => await ares.SearchAsync(name, token) is { } found
                    ? Found(found.Companies, found.Total, Ares)
                    : Ended(CompanySearchState.TooMany, Ares),
                AskSample: () =>
                {
                    var companies = sample.Search(name);
                    return Found(companies, companies.Count, Sample);
                },
                Unknown: source => Ended(CompanySearchState.Unknown, source),
                IsKnown: answer => answer.Companies.Count > 0),
            cancellationToken);

        CompanySearchAnswer Ended(CompanySearchState state, string source) => new(state, [], 0, source, Now);
        CompanySearchAnswer Found(IReadOnlyList<CompanyRecord> companies, int total, string source) =>
            new(CompanySearchState.Found, companies, total, source, Now);
    }

    /// <summary>Asks VIES about a VAT number. A prefix outside VIES is unknown and asks nobody.</summary>
    /// <param name="vatNumber">With its prefix, without spaces ("CZ25313142"; Greece is EL).</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    public async Task<VatAnswer> CheckVatAsync(string vatNumber, CancellationToken cancellationToken)
    {
        if (!ViesRegister.Knows(vatNumber))
        {
            return Unknown("");
        }

        return await desk.AskAsync<VatAnswer>(
            new(
                Vies,
                About: vatNumber,
                Ask: async token => Answer(await vies.CheckAsync(vatNumber, token), Vies),
                AskSample: () => Answer(sample.CheckVat(vatNumber), Sample),
                Unknown,
                IsKnown: answer => answer.State == RegisterState.Valid),
            cancellationToken);

        VatAnswer Unknown(string source) => new(RegisterState.Unknown, null, null, source, Now);
        VatAnswer Answer(ViesResult? result, string source) =>
            new(result?.Valid == true ? RegisterState.Valid : RegisterState.Invalid, result?.Name, result?.Address, source, Now);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    [GeneratedRegex(@"^[0-9]{8}\z")]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
