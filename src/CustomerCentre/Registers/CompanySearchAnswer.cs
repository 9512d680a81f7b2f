using System.ComponentModel;

namespace CustomerCentre.Registers;

/// <summary>How a search by name ended.</summary>
public enum CompanySearchState
{
    /// <summary>The register searched; the list may be empty.</summary>
    Found,

    /// <summary>The name fits too many companies (over 1,000 in ARES) or is under three letters: ask to refine it.</summary>
    TooMany,

    /// <summary>Nobody could be asked.</summary>
    Unknown,
}

/// <summary>The answer to a search of companies by name.</summary>
/// <param name="State">How the search ended.</param>
/// <param name="Companies">The first companies found, at most 20; empty unless <see cref="CompanySearchState.Found"/>.</param>
/// <param name="Total">How many companies fit in all.</param>
/// <param name="Source">Who answered, one of <see cref="RegisterSources"/>; empty when nobody was asked.</param>
/// <param name="At">When the source answered.</param>
[ImmutableObject(true)]
public sealed record CompanySearchAnswer(
    CompanySearchState State, IReadOnlyList<CompanyRecord> Companies, int Total, string Source, DateTimeOffset At);
