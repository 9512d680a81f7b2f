using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Data.Lookup;

/// <summary>What a typed text was found as. Rows that fit equally well come in this order.</summary>
public enum LookupKind
{
    CustomerNumber,
    RegistrationNumber,
    VatNumber,
    LicenceNumber,
    Phone,
    Name,
    Email,
}

/// <summary>How well a row fits: the order of the answer.</summary>
public enum LookupRank
{
    Exact,
    Prefix,
    Words,
}

/// <summary>Where a search led: a customer, or a licence that is bound to nobody.</summary>
/// <param name="Why">As what the text was found.</param>
/// <param name="Matched">The value it was found in; of a licence number only the last four characters; nothing of a VAT number that may be a birth number.</param>
/// <param name="MatchedLength">How many characters of <paramref name="Matched"/>, from its beginning, were typed.</param>
/// <param name="IsOld">Found by a number that has been replaced.</param>
/// <param name="CustomerNumber">The customer's number today; nothing for a licence bound to nobody.</param>
/// <param name="LicenceId">The licence it was found by.</param>
/// <param name="Product">The product of that licence.</param>
public sealed record LookupRow(
    LookupKind Why, LookupRank Rank, string Matched, int MatchedLength, bool IsOld, string? CustomerNumber, string? Name, CustomerKind? Kind, string? City,
    string? RegistrationNumber, Guid? LicenceId, string? Product);

/// <summary>The answer to a search.</summary>
/// <param name="Kinds">What the text may be.</param>
/// <param name="Words">The words a name was looked for by, for marking them.</param>
/// <param name="HasMore">There are, or may be, more rows than these.</param>
public sealed record LookupAnswer(TypedSearchState State, IReadOnlyList<LookupKind> Kinds, IReadOnlyList<string> Words, IReadOnlyList<LookupRow> Rows, bool HasMore);
