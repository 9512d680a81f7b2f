using CustomerCentre.Domain.Identifiers;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerCentre.Shell;

/// <summary>Where to go back to. Only addresses of this site pass, so a forged link cannot send anybody elsewhere.</summary>
public static class ReturnUrls
{
    /// <summary>What leads to the beginning of a service of the operator, with the service's id behind it.</summary>
    public const string ServiceStart = "/connect/start/";

    private const string ServiceRequest = "/connect/authorize?";

    public static string Safe(string? url, string otherwise = "/") =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : otherwise;

    /// <summary>An address that carries on where to go back to.</summary>
    public static string With(string path, string? returnUrl) =>
        Safe(returnUrl, "") is { Length: > 0 } safe ? $"{path}?returnUrl={Uri.EscapeDataString(safe)}" : path;

    /// <summary>
    /// An address that is still good in an hour and in another browser. A service's request to sign in is neither, so its place takes the beginning of that service.
    /// </summary>
    public static string? Lasting(string? url) =>
        url?.StartsWith(ServiceRequest, StringComparison.Ordinal) == true && QueryHelpers.ParseQuery(url[ServiceRequest.Length..]).TryGetValue("client_id", out var service)
            ? ServiceStart + Uri.EscapeDataString(service.ToString()) : url;

    /// <summary>The e-mail that a service expects to sign in (<c>login_hint</c>), for the form; empty when it named none.</summary>
    public static string EmailIn(string? url) =>
        url?.StartsWith(ServiceRequest, StringComparison.Ordinal) == true && QueryHelpers.ParseQuery(url[ServiceRequest.Length..]).TryGetValue("login_hint", out var hint)
            && EmailAddress.TryParse(hint.ToString()) is { } email ? email.Value : "";
}
