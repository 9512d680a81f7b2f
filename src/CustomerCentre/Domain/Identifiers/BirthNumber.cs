using System.Globalization;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>The forms of the Czech birth number († Act 133/2000) that a tax number may hold.</summary>
internal static class BirthNumber
{
    /// <summary>Ten digits: divisible by 11, or (†, issued until 1985) nine digits leave 10 and the last is 0.</summary>
    public static bool FitsTen(string digits)
    {
        var rest = int.Parse(digits.AsSpan(0, 9), CultureInfo.InvariantCulture) % 11;
        return rest % 10 == digits[9] - '0';
    }

    /// <summary>Nine digits (†, born before 1954): no check digit, only a date, with 50 added to a woman's month.</summary>
    public static bool FitsNine(string digits)
    {
        var (year, month, day) = (Two(digits, 0), Two(digits, 2), Two(digits, 4));
        year += year < 54 ? 1900 : 1800;
        month -= month > 50 ? 50 : 0;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Two(string digits, int start) => ((digits[start] - '0') * 10) + digits[start + 1] - '0';
}
