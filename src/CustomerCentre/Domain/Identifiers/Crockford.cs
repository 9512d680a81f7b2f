namespace CustomerCentre.Domain.Identifiers;

/// <summary>Douglas Crockford's Base32 (no I, L, O, U) with a Luhn mod 32 check character at the end.</summary>
internal static class Crockford
{
    /// <summary>The 32 characters, five bits each.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Reads letters that people take for digits: I and L as 1, O as 0. The text is in upper case.</summary>
    public static string Fold(string text) => text.Replace('I', '1').Replace('L', '1').Replace('O', '0');

    /// <summary>Whether every character is one of the alphabet.</summary>
    public static bool Spells(string text) => text.All(Alphabet.Contains);

    /// <summary>The character to append to <paramref name="text"/>, which is of the alphabet.</summary>
    public static char CheckCharacter(string text) => Alphabet[(32 - (Sum(text, doubleLast: true) % 32)) % 32];

    /// <summary>Whether the last character is the check of those before it.</summary>
    public static bool Fits(string text) => Sum(text, doubleLast: false) % 32 == 0;

    // Every other character counts double, a result of two base-32 digits as their sum: so each single slip shows.
    private static int Sum(string text, bool doubleLast)
    {
        var sum = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var worth = Alphabet.IndexOf(text[i]);
            var isDoubled = (text.Length - 1 - i) % 2 == (doubleLast ? 0 : 1);
            sum += isDoubled ? (worth * 2 / 32) + (worth * 2 % 32) : worth;
        }

        return sum;
    }
}
