namespace CustomerCentre.Shell;

/// <summary>Where to go back to. Only addresses of this site pass, so a forged link cannot send anybody elsewhere.</summary>
public static class ReturnUrls
{
    public static string Safe(string? url, string otherwise = "/") =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : otherwise;
}
