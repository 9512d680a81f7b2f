namespace CustomerCentre.Domain.Identifiers;

/// <summary>
/// The check digit of H. Michael Damm (2004): it catches every single wrong digit and every swap of two neighbours,
/// and needs no eleventh character for it.
/// </summary>
internal static class Damm
{
    // A weakly totally anti-symmetric quasigroup of order 10; zeros on the diagonal make the check digit end in 0.
    private static readonly string[] Table =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The digit to append to <paramref name="digits"/> (ASCII digits only).</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var interim = '0';
        foreach (var digit in digits)
        {
            interim = Table[interim - '0'][digit - '0'];
        }

        return interim;
    }

    /// <summary>Whether the last of <paramref name="digits"/> is the check digit of those before it.</summary>
    public static bool Fits(ReadOnlySpan<char> digits) => CheckDigit(digits) == '0';
}
