using System.Text.Json;

namespace CustomerCentre.Features.Api;

/// <summary>What is told when something is wrong (RFC 9457). The type is an address of the page that describes the API.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static ApiProblem TooManyRequests { get; } = Make("too-many-requests", "Too many requests", StatusCodes.Status429TooManyRequests, "Wait as long as Retry-After says.");

    public static ApiProblem TooManyWrongPairs { get; } = Make(
        "too-many-wrong-pairs", "Too many checks without a customer", StatusCodes.Status429TooManyRequests,
        "Too many of your checks found no customer. Wait as long as Retry-After says, or call us.");

    /// <summary>Every kind of problem, for the description of the API.</summary>
    public static IReadOnlyList<ApiProblem> All { get; } = [.. ((int[])[400, 401, 403, 404, 405, 413, 415, 500]).Select(Of), Invalid(), TooManyRequests, TooManyWrongPairs];

    /// <summary>The problem behind a bare status.</summary>
    public static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Make("unreadable", "The request cannot be read", status, "It is not of the described shape."),
        StatusCodes.Status401Unauthorized => Make("unauthorized", "No valid token", status, "Ask for a token at /connect/token. A token lives ten minutes and ends with its secret."),
        StatusCodes.Status403Forbidden => Make("insufficient-scope", "The token has not the scope", status, "Ask for a token with the scope of this endpoint."),
        StatusCodes.Status404NotFound => Make("not-found", "There is no such endpoint", status, "See the description of the API."),
        StatusCodes.Status405MethodNotAllowed => Make("method-not-allowed", "The endpoint has another method", status, "See the header Allow."),
        StatusCodes.Status413PayloadTooLarge => Make("too-large", "The body is too long", status, "Send at most 500 customers in one request."),
        StatusCodes.Status415UnsupportedMediaType => Make("unsupported-media-type", "The body is not JSON", status, "Send Content-Type: application/json."),
        >= StatusCodes.Status500InternalServerError => Make("failure", "The request failed", status, "It is our fault. Try again later."),
        _ => Make("refused", "The request was refused", status, "See the description of the API."),
    };

    /// <summary>Fields that are wrong, by their path in the body or by the parameter's name.</summary>
    public static ApiProblem Invalid(params (string Field, string Message)[] errors) =>
        Make("invalid", "Something in the request is wrong", StatusCodes.Status400BadRequest, "See errors.", errors.ToDictionary(error => error.Field, error => error.Message));

    public static Task Write(HttpContext http, ApiProblem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = ContentType;
        return JsonSerializer.SerializeAsync(http.Response.Body, problem, ApiJson.Default.ApiProblem, http.RequestAborted);
    }

    private static ApiProblem Make(string type, string title, int status, string detail, Dictionary<string, string>? errors = null) =>
        new($"/api#{type}", title, status, detail) { Errors = errors };
}
