using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Api;

/// <summary>
/// What stands around every endpoint of the API in place of the portal's pipeline: no cookies, no languages, no pages for errors. Whatever goes wrong is told as
/// problem+json, and never in an exception's words.
/// </summary>
internal static class ApiFrame
{
    public static void UseApi(this WebApplication app) =>
        app.Use((http, next) => http.Request.Path.StartsWithSegments(ApiSetup.Root) ? Run(http) : next(http));

    private static async Task Run(HttpContext http)
    {
        http.Response.ForbidStoring();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await Answer(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await Problems.Write(http, Problems.Of(bad.StatusCode));
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiFrame)).LogError(exception, "The API failed at {Endpoint}", http.GetEndpoint()?.DisplayName);
            await Problems.Write(http, Problems.Of(StatusCodes.Status500InternalServerError));
        }
    }

    private static async Task Answer(HttpContext http)
    {
        // Routing has chosen the endpoint already, also those that say "wrong method" and "wrong content type".
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<ApiScope>() is { } scope && !await Admit(http, scope))
            return;
        if (endpoint?.RequestDelegate is { } run)
            await run(http);
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (http.Response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null })
            await Problems.Write(http, Problems.Of(http.Response.StatusCode));
    }

    private static async Task<bool> Admit(HttpContext http, ApiScope scope)
    {
        if (await http.RequestServices.GetRequiredService<CallerBook>().Find(http) is not { } caller)
        {
            http.Response.Headers.WWWAuthenticate = http.Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
            await Problems.Write(http, Problems.Of(StatusCodes.Status401Unauthorized));
            return false;
        }

        if (!Meter(http, caller))
        {
            await Problems.Write(http, Problems.TooManyRequests);
            return false;
        }

        if (!caller.Scopes.Contains(scope.Name))
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{scope.Name}\"";
            await Problems.Write(http, Problems.Of(StatusCodes.Status403Forbidden));
            return false;
        }

        if (http.Request.ContentLength > ApiSetup.LongestBody)
        {
            await Problems.Write(http, Problems.Of(StatusCodes.Status413PayloadTooLarge));
            return false;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = ApiSetup.LongestBody;
        http.Features.Set(caller);
        return true;
    }

    // The headers of draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it.
    private static bool Meter(HttpContext http, ApiCaller caller)
    {
        var services = http.RequestServices;
        var limit = new RateLimit("Api", services.GetRequiredService<IOptions<ApiOptions>>().Value.RequestsPerMinute, TimeSpan.FromMinutes(1));
        var state = services.GetRequiredService<RateMeter>().Take(limit, caller.Subject);
        http.Response.Headers["RateLimit-Policy"] = $"\"partner\";q={limit.Most};w=60";
        http.Response.Headers["RateLimit"] = $"\"partner\";r={state.Remaining};t={state.ResetsIn}";
        if (!state.IsOpen)
            http.Response.Headers.RetryAfter = $"{state.ResetsIn}";
        return state.IsOpen;
    }
}
