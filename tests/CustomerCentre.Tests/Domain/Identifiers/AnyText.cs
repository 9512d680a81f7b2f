using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

/// <summary>What may arrive in a field: mostly almost right, sometimes hostile.</summary>
internal static class AnyText
{
    private const string Noise = "   -‐–−.\u00AD\t/()";
    private const string Hostile = "\0\n\r\u001B\u007F\u0085٣３²ⅧéěŁßIıİОо@+*<>'\";%_\u200B\u200E\u202E\uFEFF\u2028\uE000\uFFFF\uD83D\uDE00\uD800\uDFFF\u0301אبअ";

    private static readonly string[] NearMisses =
    [
        "25313142", "12345678", "00123562", "CZ25313142", "CZ9055011251", "SK2022749619", "ATU12345678", "EL123456789", "DE123456789",
        "586 01", "811 04", "+420 567 112 612", "00421905123456", "0905 123 456", "abc1234", "info@stormware.cz", "jan@háčky.cz",
        "123 456 7890", "1234", "CHE-123.456.789 MWST", "0000-0000-0000-0000", "OOOO-IIII-LLLL-0000", "GB", "sk",
    ];

    /// <summary>Texts that broke something somewhere once.</summary>
    public static IReadOnlyList<string?> Worst { get; } =
    [
        null, "", " ", "\u00A0", "-", "+", "@", "@.", ".@.", "a@.", "a@b..c", "\0", "\t25313142", "25313142\n", "２５３１３１４２", "٠١٢٣٤٥٦٧",
        "\uD800", "\uDC00\uD800", "a\uD800@b.cz", "a@\uD800.cz", "a@\uFFFF.cz", "😀😀😀😀😀😀😀", "\u202E24131352", "שלום עולם", "CZ", "SK", "EL", "CZCZ25313142",
        "' OR 1=1 --", "<script>alert(1)</script>", "%00%0A", "+420+420567112612", "xn--@xn--.xn--", "a@℀.cz", "e\u0301",
        new('1', 10_000), new(' ', 10_000), new('a', 10_000), new('@', 10_000), "a@" + new string('b', 10_000) + ".cz",
        new string('\u0301', 10_000), new string(' ', 9_992) + "25313142", string.Concat(Enumerable.Repeat("😀", 5_000)),
    ];

    /// <summary>Right text with noise in it, wrong characters in it, or nothing but them.</summary>
    public static Arbitrary<string> Any { get; } = Gen.OneOf(
        Chars("0123456789", 20),
        Chars("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 50),
        Chars(Hostile + Noise + "0123456789aZ", 50),
        Gen.Choose(char.MinValue, char.MaxValue).Select(c => (char)c).ArrayOf().Select(chars => new string(chars)),
        Gen.Elements(NearMisses).SelectMany(_ => Chars(Hostile + Noise + "0aZ", 2), (right, wrong) => right + wrong),
        Gen.Elements(NearMisses).SelectMany(WithNoise)).ToArbitrary();

    /// <summary>The same text with spaces and hyphens of every kind strewn in and letters in either case.</summary>
    public static Gen<string> WithNoise(string text) =>
        Gen.Choose(0, 5).ArrayOf(text.Length).Select(choices =>
        {
            var noisy = new StringBuilder();
            foreach (var (c, choice) in text.Zip(choices))
            {
                noisy.Append(choice % 2 == 0 ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c));
                noisy.Append(choice switch { 0 => " ", 1 => "-", 2 => "\u00A0\u2013", _ => "" });
            }

            return noisy.ToString();
        });

    /// <summary>As many digits as wished.</summary>
    public static Gen<string> Digits(int length) =>
        Gen.Elements("0123456789".ToCharArray()).ArrayOf(length).Select(digits => new string(digits));

    /// <summary>Checks a property over a thousand texts, for a hundred seldom meet the rare forms.</summary>
    public static void Holds(Func<string, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Any, holds));

    private static Gen<string> Chars(string pool, int longest) =>
        Gen.Choose(0, longest)
            .SelectMany(length => Gen.Elements(pool.ToCharArray()).ArrayOf(length))
            .Select(chars => new string(chars));
}
