using System.Globalization;
using CustomerCentre.Data.Lookup;

namespace CustomerCentre.Resources;

/// <summary>Words for what the search of staff recognised and found.</summary>
internal static class SupportSearchWords
{
    public static string As(LookupAnswer? answer) => answer is { State: TypedSearchState.Ready }
        ? Format(SupportSearchTexts.SearchedAs, string.Join(", ", answer.Kinds.Select(Of)))
        : SupportSearchTexts.Keys;

    public static string Why(LookupRow row) => row switch
    {
        { Why: LookupKind.CustomerNumber, IsOld: true } => SupportSearchTexts.OldCustomerNumber,
        { Why: LookupKind.LicenceNumber, IsOld: true } => SupportSearchTexts.OldLicenceNumber,
        _ => Of(row.Why),
    };

    public static string? Count(LookupAnswer? answer) => answer switch
    {
        null or { State: TypedSearchState.Empty } => null,
        { State: TypedSearchState.TooShort } => SupportSearchTexts.TooShort,
        { State: TypedSearchState.TooLong } => Format(SupportSearchTexts.TooLong, TypedSearch.MaxLength),
        { HasMore: true } => Format(SupportSearchTexts.HasMore, answer.Rows.Count),
        _ => Format(Plural.Of(answer.Rows.Count, SupportSearchTexts.CountOne, SupportSearchTexts.CountFew, SupportSearchTexts.CountMany), answer.Rows.Count),
    };

    public static string Of(LookupKind kind) => kind switch
    {
        LookupKind.CustomerNumber => SupportSearchTexts.KindCustomerNumber,
        LookupKind.RegistrationNumber => SupportSearchTexts.KindRegistrationNumber,
        LookupKind.VatNumber => SupportSearchTexts.KindVatNumber,
        LookupKind.LicenceNumber => SupportSearchTexts.KindLicenceNumber,
        LookupKind.Phone => SupportSearchTexts.KindPhone,
        LookupKind.Name => SupportSearchTexts.KindName,
        _ => SupportSearchTexts.KindEmail,
    };

    private static string Format(string text, object value) => string.Format(CultureInfo.CurrentCulture, text, value);
}
