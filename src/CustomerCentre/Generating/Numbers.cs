using System.Globalization;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Generating;

/// <summary>Numbers of made-up companies, people and licences; all of them hold by their check digits, none is derived from a birth.</summary>
internal static class Numbers
{
    /// <summary>Register numbers have seven free digits, and partners need some too.</summary>
    public const int MostCustomers = 9_000_000;

    private const long RegisterNumbers = 10_000_000;
    private const string DataBoxAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Imported customer numbers are of seven digits, clear of those that the portal issues.</summary>
    public static string Customer(int index) => (1_000_000 + index).ToString(CultureInfo.InvariantCulture);

    /// <summary>A register number of its own for each index: one step around the circle of all of them is as long as no divisor of their count.</summary>
    public static string Register(int seed, long index)
    {
        var start = (long)(Dice.For(seed, -1).Bits() % RegisterNumbers);
        var seven = ((start + (index * 7_654_321)) % RegisterNumbers).ToString("D7", CultureInfo.InvariantCulture);
        return seven + "0123456789".First(check => RegistrationNumber.CheckDigitFits(seven + check));
    }

    /// <summary>The tax number of a Czech natural person who did not take the birth number for it: nine digits from 6.</summary>
    public static string SpecialVat(Dice dice)
    {
        var eight = "6" + dice.Below((int)RegisterNumbers).ToString("D7", CultureInfo.InvariantCulture);
        var sum = Enumerable.Range(1, 7).Sum(place => (9 - place) * (eight[place] - '0'));
        return $"CZ{eight}{((sum % 11) + 8) % 10}";
    }

    /// <summary>A Slovak tax number that also holds as a VAT number behind SK.</summary>
    public static string SlovakTax(Dice dice)
    {
        string digits;
        do
            digits = (2_000_000_000L + (dice.Below(90_909_090) * 11L) + (11 - (2_000_000_000L % 11))).ToString(CultureInfo.InvariantCulture);
        while (digits[2] is '0' or '1' or '5');
        return digits;
    }

    public static string DataBox(Dice dice) => string.Create(DataBoxId.MaxLength, dice, static (box, dice) =>
    {
        foreach (ref var character in box)
            character = DataBoxAlphabet[dice.Below(DataBoxAlphabet.Length)];
    });

    public static string Phone(Dice dice, Country country) => country == Country.Czechia
        ? $"+420 {dice.Of("601", "602", "605", "608", "720", "724", "731", "737", "775", "567")} {dice.Below(1_000):D3} {dice.Below(1_000):D3}"
        : $"+421 {dice.Of("903", "905", "907", "911", "915", "918", "948")} {dice.Below(1_000):D3} {dice.Below(1_000):D3}";

    /// <summary>A licence number of our format, in groups of four.</summary>
    public static string Licence(Dice dice)
    {
        var (left, right) = (dice.Bits(), dice.Bits());
        var text = string.Create(15, (left, right), static (characters, bits) =>
        {
            for (var place = 0; place < characters.Length; place++)
                characters[place] = Crockford.Alphabet[(int)(((place < 8 ? bits.left : bits.right) >> (place % 8 * 5)) & 31)];
        });
        return $"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}{Crockford.CheckCharacter(text)}";
    }
}
