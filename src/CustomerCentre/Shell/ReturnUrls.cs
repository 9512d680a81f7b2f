namespace CustomerCentre.Shell;

/// <summary>Where to go back to. Only addresses of this site pass, so a forged link cannot send anybody elsewhere.</summary>
public static class ReturnUrls
{
    public static string Safe(string? url, string otherwise = "/") =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : otherwise;

    /// <summary>An address that carries on where to go back to.</summary>
    public static string With(string path, string? returnUrl) =>
        Safe(returnUrl, "") is { Length: > 0 } safe ? $"{path}?returnUrl={Uri.EscapeDataString(safe)}" : path;
}
