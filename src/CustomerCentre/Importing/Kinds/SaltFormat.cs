using System.Text;

namespace CustomerCentre.Importing.Kinds;

/// <summary>How a file writes a salt. It is never guessed: "cafe" can be each of the three.</summary>
internal enum SaltFormat
{
    Hex,
    Base64,
    Text,
}

/// <summary>Reads bytes as files write them.</summary>
internal static class WrittenBytes
{
    /// <returns>Nothing when it is not written so.</returns>
    public static byte[]? Read(this SaltFormat format, string text) => format switch
    {
        SaltFormat.Text => Encoding.UTF8.GetBytes(text),
        SaltFormat.Hex => FromHex(text),
        _ => FromBase64(text),
    };

    public static byte[]? FromHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    /// <summary>Base64, with its padding or without.</summary>
    public static byte[]? FromBase64(string text)
    {
        var whole = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[whole.Length / 4 * 3];
        return Convert.TryFromBase64String(whole, bytes, out var length) ? bytes[..length] : null;
    }
}
