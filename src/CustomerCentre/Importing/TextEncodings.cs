using System.Text;

namespace CustomerCentre.Importing;

/// <summary>Finds out how a file is written: accounting programs of our customers write UTF-8 or Windows-1250, and do not say which.</summary>
internal static class TextEncodings
{
    private const int CzechWindows = 1250;
    private const int ChunkSize = 1 << 16;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 when the whole file is valid UTF-8 or says by its first bytes that it is Unicode; Windows-1250 otherwise.</summary>
    public static Encoding Detect(Stream stream)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, chars) = (new byte[ChunkSize], new char[ChunkSize]);
        try
        {
            for (var (count, isFirst) = (stream.Read(bytes), true); count > 0; (count, isFirst) = (stream.Read(bytes), false))
            {
                if (isFirst && count > 1 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
                    return bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
                decoder.GetChars(bytes.AsSpan(0, count), chars, flush: false);
            }

            decoder.GetChars([], chars, flush: true);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(CzechWindows);
        }
    }
}
