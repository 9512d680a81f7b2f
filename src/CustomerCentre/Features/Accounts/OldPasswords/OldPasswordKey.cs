using System.Security.Cryptography;
using CustomerCentre.Data;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>
/// The key under which weak old hashes wait to be wrapped (setting <c>OldPasswords:Key</c>, 32 bytes in Base64). It never lies in the database, so a stolen copy of
/// that shows no weak hash. Only Development makes itself one, in a file beside the embedded database.
/// </summary>
public sealed class OldPasswordKey(IConfiguration configuration, IHostEnvironment environment)
{
    public const string Setting = "OldPasswords:Key";
    private const string FileName = "old-passwords.key";
    private const int Length = 32;

    private readonly Lazy<byte[]?> key = new(() => Read(configuration, environment));

    /// <summary>Whether there is a key; without it weak hashes can neither be taken in nor verified before they are wrapped.</summary>
    public bool IsSet => key.Value is not null;

    /// <summary>The key.</summary>
    /// <exception cref="StartRefusedException">There is none; the message says what to set.</exception>
    public byte[] Require() => key.Value ?? throw new StartRefusedException(StartTexts.OldPasswordKeyMissing);

    private static byte[]? Read(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } text)
            return Parse(text);
        return environment.IsDevelopment() ? Parse(Own(Path.Combine(DataSetup.FolderOf(configuration, environment), FileName))) : null;
    }

    private static byte[] Parse(string text)
    {
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Length ? bytes : throw new StartRefusedException(StartTexts.OldPasswordKeyUnreadable);
    }

    // Written whole under another name first: two processes of one developer never read half a key, and the first to move wins.
    private static string Own(string path)
    {
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Guid.NewGuid():n}";
            File.WriteAllText(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllText(path);
    }
}
