namespace CustomerCentre.Domain.Accounts;

/// <summary>Passwords that look long and are short: a piece repeated, or a walk along a row.</summary>
internal static class PasswordPatterns
{
    private const int FewestDifferent = 5;
    private const int LeastSurprises = 8;
    private const int ShortestWalk = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "12345678901234567890", "+\u011B\u0161\u010D\u0159\u017E\u00FD\u00E1\u00ED\u00E9=",
        "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm", "wxcvbn",
    ];

    private static readonly HashSet<(char, char)> Forward = [.. Rows.SelectMany(row => row.Zip(row.Skip(1)))];

    /// <summary>Whether the text is one piece shorter than a password written at least twice, or has hardly any different characters.</summary>
    public static bool IsRepeated(string text)
    {
        var period = PeriodOf(text);
        return text.Distinct().Count() < FewestDifferent || (period * 2 <= text.Length && period < PasswordRules.MinLength);
    }

    /// <summary>Whether too little is left when each walk of four and more counts as its two ends only.</summary>
    public static bool IsSequence(string text)
    {
        var surprises = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = WalkFrom(text, start);
            surprises += length >= ShortestWalk ? 2 : length;
            start += length;
        }

        return surprises < LeastSurprises;
    }

    private static int WalkFrom(string text, int start)
    {
        var longest = 1;
        foreach (var isStep in (Func<char, char, bool>[])[(a, b) => Forward.Contains((a, b)), (a, b) => Forward.Contains((b, a)), (a, b) => a == b])
        {
            var end = start + 1;
            while (end < text.Length && isStep(text[end - 1], text[end]))
                end++;
            longest = Math.Max(longest, end - start);
        }

        return longest >= ShortestWalk ? longest : 1;
    }

    // The smallest shift by which the text falls onto itself.
    private static int PeriodOf(string text)
    {
        var period = 1;
        while (!text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
            period++;
        return period;
    }
}
