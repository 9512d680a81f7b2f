using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CustomerCentre.Forms;

/// <summary>
/// A form opened before a sign-in in another tab fails antiforgery, and the framework would answer a raw 400 and lose the text.
/// Here such a post of a page is marked stale and let through to <see cref="FluentValidator{T}"/>, which refuses it with a sentence.
/// </summary>
/// <remarks>Every static form must hold that validator and act on a valid submit only; a rule test watches over it.</remarks>
public static class StaleForms
{
    private static readonly object Mark = new();

    /// <summary>Whether the post being answered failed antiforgery, so nothing it asks for may be done.</summary>
    /// <param name="http">The request; null on interactive pages, which post nothing.</param>
    public static bool IsStale(this HttpContext? http) => http?.Items.ContainsKey(Mark) == true;

    /// <summary>Goes right after <c>UseAntiforgery</c>.</summary>
    /// <param name="app">The pipeline.</param>
    public static void UseStaleForms(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage && HoldsForm(http.Request) && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            http.Items[Mark] = true;
            http.Features.Set<IAntiforgeryValidationFeature>(new LetThrough());
        }

        return next(http);
    });

    // HasFormContentType would already refuse here, because of the failed check.
    private static bool HoldsForm(HttpRequest request) =>
        request.ContentType is { } type && (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase));

    private sealed class LetThrough : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;
        public Exception? Error => null;
    }
}
