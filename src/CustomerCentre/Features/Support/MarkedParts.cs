using System.Text.RegularExpressions;
using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Features.Support;

/// <summary>A piece of a text that is shown.</summary>
public sealed record MarkedPart(string Text, bool IsMarked);

/// <summary>Cuts a text into what was typed and the rest.</summary>
internal static partial class MarkedParts
{
    public static IReadOnlyList<MarkedPart> OfStart(string text, int length) => Of((text[..length], true), (text[length..], false));

    /// <summary>The words of a name that were typed, or their beginnings, with or without diacritics.</summary>
    public static IReadOnlyList<MarkedPart> OfName(string name, IReadOnlyList<string> words) => Of([.. Word().Split(name).SelectMany(piece => Cut(piece, words))]);

    private static IEnumerable<(string, bool)> Cut(string piece, IReadOnlyList<string> words)
    {
        var plain = SearchText.Normalize(piece);
        var typed = words.Where(word => plain.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length)?.Length ?? 0;
        // A letter may become two when it is made plain; then the whole word is marked.
        var length = typed == 0 ? 0 : plain.Length == piece.Length ? typed : piece.Length;
        return [(piece[..length], true), (piece[length..], false)];
    }

    private static IReadOnlyList<MarkedPart> Of(params IEnumerable<(string Text, bool IsMarked)> parts) =>
        [.. parts.Where(part => part.Text.Length > 0).Select(part => new MarkedPart(part.Text, part.IsMarked))];

    [GeneratedRegex(@"([\p{L}\p{M}\p{N}]+)")]
    private static partial Regex Word();
}
