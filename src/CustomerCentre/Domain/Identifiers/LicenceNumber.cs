using System.Security.Cryptography;
using System.Text;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>
/// The number of a licence († also called installation or serial number). <b>A secret</b>: whoever knows it can register
/// the licence, so <see cref="ToString"/> hides it; show <see cref="Display"/> only to who may see it.
/// </summary>
/// <remarks>
/// Ours (our decision, the vendor's format is not public): 16 characters of Crockford's Base32, of which 15 are
/// random (75 bits, so that knowing one is a proof) and the last is a Luhn mod 32 check. Foreign numbers come by import:
/// 6 to 40 letters and digits, kept as they came, no proof alone.
/// </remarks>
public sealed record LicenceNumber
{
    /// <summary>Longest stored value.</summary>
    public const int MaxLength = 40;

    /// <summary>Characters of a group, as a number of ours is shown.</summary>
    public const int GroupLength = 4;

    private const int MinLength = 6;
    private const int OurLength = 16;

    private LicenceNumber(string value) => Value = value;

    /// <summary>The whole number without hyphens, upper case: a secret.</summary>
    public string Value { get; }

    /// <summary>Whether it has our format and its check character fits.</summary>
    public bool IsOurs => IsOurFormat(Value) && Crockford.Fits(Value);

    /// <summary>
    /// Whether it has our length and alphabet but a wrong check character, so a form can ask to check the characters.
    /// A question, not a refusal: a foreign number may look like this.
    /// </summary>
    public bool LooksMistyped => IsOurFormat(Crockford.Fold(Value)) && !Crockford.Fits(Crockford.Fold(Value));

    /// <summary>The whole number for who may see it: ours in groups of four, a foreign one as it is.</summary>
    public string Display => IsOurs ? string.Join('-', Value.Chunk(GroupLength).Select(group => new string(group))) : Value;

    /// <summary>The last four characters, which may be shown where the number itself may not.</summary>
    public string LastFour => Value[^GroupLength..];

    /// <summary>A new number from the system's secure random source.</summary>
    public static LicenceNumber New()
    {
        var random = RandomNumberGenerator.GetString(Crockford.Alphabet, OurLength - 1);
        return new(random + Crockford.CheckCharacter(random));
    }

    /// <summary>
    /// Reads a number with spaces, hyphens and letter case as they may be. I, L and O are read as digits only where
    /// that makes a number of ours; a foreign number keeps its letters.
    /// </summary>
    /// <returns>Null when it is not 6 to 40 letters and digits.</returns>
    public static LicenceNumber? TryParse(string? text)
    {
        if (TypedText.Compact(text) is not { Length: >= MinLength and <= MaxLength } typed)
        {
            return null;
        }

        var folded = new LicenceNumber(Crockford.Fold(typed));
        return folded.IsOurs ? folded : new(typed);
    }

    /// <summary>Reads a number as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">It is not 6 to 40 letters and digits; the message does not repeat it.</exception>
    public static LicenceNumber Parse(string text) => TryParse(text) ?? throw TypedText.NotA("licence number");

    /// <summary>Only the last four characters, e.g. <c>…1A2B</c>: this is what lands in logs and messages.</summary>
    public override string ToString() => $"…{LastFour}";

    /// <summary>Takes a stored value as it is.</summary>
    internal static LicenceNumber FromStored(string value) => new(value);

    private static bool IsOurFormat(string text) => text.Length == OurLength && Crockford.Spells(text);

    // Should ToString above ever go, what the compiler writes in its place must not print Value either.
    private bool PrintMembers(StringBuilder members)
    {
        members.Append('…').Append(LastFour);
        return true;
    }
}
