using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Data.Lookup;

/// <summary>Whether there is something to search for.</summary>
public enum TypedSearchState
{
    Empty,
    TooShort,
    TooLong,
    Ready,
}

/// <summary>What a text typed into the search of staff may be. One text may be several things: eight digits are a register number and a customer ID.</summary>
public sealed class TypedSearch
{
    /// <summary>Longest text that is looked at, in characters: the longest e-mail.</summary>
    public const int MaxLength = EmailAddress.MaxLength;

    private const int LongestNameOfDigits = 4;

    private TypedSearch(TypedSearchState state) => State = state;

    private TypedSearch(string text)
    {
        var digits = TypedText.Digits(text);
        Number = CustomerNumber.TryParse(digits)?.Value;
        VatNumbers = TypedPieces.VatNumbers(text, digits);
        RegistrationNumber = TypedPieces.RegistrationNumber(text, digits);
        TaxNumber = SlovakTaxNumber.TryParse(digits)?.Value;
        LicenceNumbers = TypedPieces.LicenceNumbers(text);
        Phones = TypedPieces.Phones(text);
        Email = TypedPieces.Email(text);
        if (!text.Contains('@') && !text.StartsWith('+') && !(digits?.Length > LongestNameOfDigits))
            (Name, Words) = TypedPieces.Name(text);
        Kinds = [.. Found(text.Any(char.IsAsciiDigit))];
        State = Kinds.Count > 0 ? TypedSearchState.Ready : TypedSearchState.TooShort;
    }

    /// <summary>Whether there is something to search for.</summary>
    public TypedSearchState State { get; }

    /// <summary>What the text may be, the surest first.</summary>
    public IReadOnlyList<LookupKind> Kinds { get; } = [];

    /// <summary>A customer number or its beginning.</summary>
    public string? Number { get; }

    /// <summary>A whole register number.</summary>
    public string? RegistrationNumber { get; }

    /// <summary>Whole VAT numbers it may stand for: to digits alone the country is missing.</summary>
    public IReadOnlyList<string> VatNumbers { get; } = [];

    /// <summary>A whole Slovak tax number.</summary>
    public string? TaxNumber { get; }

    /// <summary>A licence number or a piece of one, in the spellings it may have.</summary>
    public IReadOnlyList<string> LicenceNumbers { get; } = [];

    /// <summary>Phones or beginnings of them, as they are stored.</summary>
    public IReadOnlyList<string> Phones { get; } = [];

    /// <summary>The beginning of a name, its legal form included.</summary>
    public string? Name { get; }

    /// <summary>The words of a name, each of them whole or its beginning.</summary>
    public IReadOnlyList<string> Words { get; } = [];

    /// <summary>An e-mail or its beginning, in the form it is looked up by.</summary>
    public string? Email { get; }

    /// <summary>Recognises a text as it was typed, pasted or sent by a telephone exchange.</summary>
    public static TypedSearch Of(string? text)
    {
        // Refused before anything is done with it: nobody types so much, and cutting it would find something else.
        if (text?.Length > MaxLength)
            return new(TypedSearchState.TooLong);
        var clean = TypedPieces.Clean(text ?? "");
        return clean.Length == 0 ? new(TypedSearchState.Empty) : new(clean);
    }

    private IEnumerable<LookupKind> Found(bool hasDigits)
    {
        if (RegistrationNumber is not null)
            yield return LookupKind.RegistrationNumber;
        if (Number is not null)
            yield return LookupKind.CustomerNumber;
        if (VatNumbers.Count > 0 || TaxNumber is not null)
            yield return LookupKind.VatNumber;
        if (Phones.Count > 0)
            yield return LookupKind.Phone;
        if (LicenceNumbers.Count > 0 && hasDigits)
            yield return LookupKind.LicenceNumber;
        if (Name is not null)
            yield return LookupKind.Name;
        if (Email is not null)
            yield return LookupKind.Email;
        if (LicenceNumbers.Count > 0 && !hasDigits)
            yield return LookupKind.LicenceNumber;
    }
}
