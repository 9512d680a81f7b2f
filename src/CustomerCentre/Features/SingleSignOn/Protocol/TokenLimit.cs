using System.Text;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>
/// Limits how often tokens are asked for from one network, and there for one client, which needs one in ten minutes. A client as such has no limit: everybody may know
/// its id, and could so shut it out. A service of the operator asks for all its people from one place.
/// </summary>
internal static class TokenLimit
{
    private const int LongestBody = 16 * 1024;
    private static readonly RateLimit PerNetwork = new("Token/network", 120, TimeSpan.FromMinutes(1));
    private static readonly RateLimit PerClient = new("Token/client", 30, TimeSpan.FromMinutes(1));
    private static readonly RateLimit PerService = new("Token/service", 6000, TimeSpan.FromMinutes(1));

    /// <summary>Goes before authentication, where OpenIddict answers.</summary>
    public static void UseTokenLimit(this WebApplication app) => app.Use((http, next) => IsForTokens(http.Request.Path) ? Run(http, next) : next(http));

    // OpenIddict takes the address with a slash at its end for the same.
    private static bool IsForTokens(PathString path) => path.Value?.TrimEnd('/').Equals(SingleSignOnSetup.TokenEndpoint, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task Run(HttpContext http, RequestDelegate next)
    {
        if (http.Request.ContentLength > LongestBody)
        {
            await Refuse(http, StatusCodes.Status413PayloadTooLarge, "invalid_request", "The body is too long.");
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LongestBody;
        var state = Take(http.RequestServices, new CurrentUser { Address = http.Connection.RemoteIpAddress?.ToString() ?? "" }.Network, await ClientOf(http));
        if (state.IsOpen)
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = $"{state.ResetsIn}";
        await Refuse(http, StatusCodes.Status429TooManyRequests, "temporarily_unavailable", "Too many requests. Keep a token until it expires.");
    }

    private static RateState Take(IServiceProvider services, string network, string client)
    {
        var meter = services.GetRequiredService<RateMeter>();
        if (services.GetRequiredService<IOptions<OperatorOptions>>().Value.Services.ContainsKey(client))
            return meter.Take(PerService, $"{network} {client}");
        var state = meter.Take(PerNetwork, network);
        return state.IsOpen && client is { Length: > 0 and <= ApiSecret.ClientIdMaxLength } ? meter.Take(PerClient, $"{network} {client}") : state;
    }

    private static Task Refuse(HttpContext http, int status, string error, string description)
    {
        http.Response.StatusCode = status;
        http.Response.ForbidStoring();
        return http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description });
    }

    private static async Task<string> ClientOf(HttpContext http)
    {
        const string scheme = "Basic ";
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[header.Length];
            return Convert.TryFromBase64String(header[scheme.Length..], bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0] : "";
        }

        try
        {
            return http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["client_id"].ToString() : "";
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }
}
