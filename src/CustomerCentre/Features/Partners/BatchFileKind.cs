using CustomerCentre.Resources;

namespace CustomerCentre.Features.Partners;

/// <summary>Tells what a file is that is no text in lines. Names and types that browsers send are not believed.</summary>
internal static class BatchFileKind
{
    private const int Looked = 4_096;

    /// <summary>Why it is no CSV; nothing when it may be one.</summary>
    public static string? ProblemOf(Stream stream)
    {
        var bytes = new byte[Looked];
        ReadOnlySpan<byte> start = bytes.AsSpan(0, stream.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false));
        if (start.StartsWith("PK\x3\x4"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return PartnersTexts.FileIsWorkbook;
        if (start.StartsWith("%PDF"u8))
            return PartnersTexts.FileIsPdf;
        var isWide = start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return !isWide && start.Contains((byte)0) ? PartnersTexts.FileIsBinary : null;
    }
}
