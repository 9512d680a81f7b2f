using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CustomerCentre.Features.Cookies;

/// <summary>Answers the buttons of the bar and of the page. A page that lies open for long, or in a cache, must still be able to send them, so there is no token in the form.</summary>
public static class CookieChoice
{
    public const string Path = "/cookies/choice";

    public static void MapCookieChoice(this IEndpointRouteBuilder app) => app.MapPost(Path, Choose).DisableAntiforgery().AllowAnonymous();

    private static async Task<IResult> Choose(
        [FromForm] string? id, [FromForm] string? choice, [FromForm] string? statistics, [FromForm] string? advertising, [FromForm] string? returnUrl,
        HttpContext http, Sender sender, TimeProvider time, CancellationToken cancellationToken)
    {
        // Another site must not consent in somebody's name.
        if (!IsFromHere(http.Request))
            return Results.LocalRedirect("/cookies");

        var groups = GroupsOf(choice, statistics == "true", advertising == "true");
        var command = new ChooseCookies.Command(Guid.TryParse(id, out var sent) && sent != Guid.Empty ? sent : Guid.NewGuid(), groups, ConsentCookie.Read(http)?.Reference);
        var answer = await sender.Send(command, cancellationToken);
        if (!answer.IsDone)
            return Results.LocalRedirect("/cookies?result=wait");
        ConsentCookie.Write(http, answer.Value, time.GetUtcNow());
        return Results.LocalRedirect(ReturnUrls.Safe(returnUrl, "/cookies?result=saved"));
    }

    private static CookieGroups GroupsOf(string? choice, bool statistics, bool advertising) => choice switch
    {
        "accept" => CookieGroups.Statistics | CookieGroups.Advertising,
        "save" => (statistics ? CookieGroups.Statistics : 0) | (advertising ? CookieGroups.Advertising : 0),
        _ => CookieGroups.Necessary,
    };

    // Browsers of today say where a post comes from; one that says nothing is old, and is believed.
    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value),
        _ => false,
    };
}
