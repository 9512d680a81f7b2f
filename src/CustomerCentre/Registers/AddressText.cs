using System.Text.RegularExpressions;

namespace CustomerCentre.Registers;

/// <summary>
/// Takes apart an address in one line: "Duhová 1444/2, Michle, 14000 Praha 4", "č.p. 12, 58601 Lhota" or, as the courts write,
/// "Praha 4, Duhová 2/1444, PSČ 14053". What cannot be understood stays whole in the street, for the person to sort out.
/// </summary>
internal static partial class AddressText
{
    public static SeatAddress Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(null, null, null);
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindLastIndex(parts, p => CodeAndCity().IsMatch(p));
        if (at < 0)
        {
            return new(text.Trim(), null, null);
        }

        var match = CodeAndCity().Match(parts[at]);
        var code = match.Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal);
        var (city, before) = match.Groups["city"] is { Success: true } named
            ? (named.Value, parts[..at])
            : at > 0 ? (parts[0], parts[1..at]) : (null, []);
        return new(StreetOf(before, city), city, code);
    }

    private static string? StreetOf(string[] before, string? city)
    {
        var street = before.FirstOrDefault(p => p.Any(char.IsAsciiDigit)) ?? before.FirstOrDefault();
        if (street is null || !BareNumber().IsMatch(street))
        {
            return street;
        }

        var village = before.FirstOrDefault(p => p != street && p != city);
        return village is null ? street : $"{village} {street}";
    }

    [GeneratedRegex(@"^(?:PSČ\s*)?(?<code>\d{3} ?\d{2})(?:\s+(?<city>\S.*))?$")]
    private static partial Regex CodeAndCity();

    [GeneratedRegex(@"^(?:č\. ?(?:p|ev)\. ?)?\d+(?:/\d+\w?)?$")]
    private static partial Regex BareNumber();
}
