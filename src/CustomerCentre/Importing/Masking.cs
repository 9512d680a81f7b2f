using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Importing;

/// <summary>Rewrites a bad line for its report: recognisable for who repairs the file, without licence numbers and birth numbers.</summary>
internal static class Masking
{
    // Whatever is longer where hashes are expected may be a hash that strayed; only an e-mail is not.
    private const int NoHash = 20;

    // Of a short foreign number the last four characters would be most of it.
    private const int LongEnough = 12;

    /// <summary>The line with secrets masked; empty when its values do not stand in their columns, so that nobody can tell what is secret.</summary>
    public static string Mask(Header header, SourceLine source) => source.Fault is null
        ? string.Join(';', header.Columns.Zip(source.Values, (column, value) => Mask(column, value.Trim(), header.HasHidden)))
        : "";

    private static string Mask(Column? column, string value, bool isAmongHidden)
    {
        if (value.Length == 0)
            return "";
        if (isAmongHidden)
            return column?.About.IsHidden != false || (value.Length > NoHash && EmailAddress.TryParse(value) is null) ? "…" : value;
        if (column is null || (column.About.MayBeBirthNumber && IsLikeBirthNumber(value)))
            return "…";
        // A licence number that strayed into another column is a secret there too.
        if (column.About.IsSecret || LicenceNumber.TryParse(value) is { IsOurs: true })
            return LicenceNumber.TryParse(value) is { Value.Length: >= LongEnough } number ? number.ToString() : "…";
        return value;
    }

    private static bool IsLikeBirthNumber(string value) => value.Count(char.IsAsciiDigit) is 9 or 10;
}
