using System.Net;
using System.Security.Claims;

namespace RelyingParty;

/// <summary>The one page of the site.</summary>
internal static class Page
{
    public static IResult Home(ClaimsPrincipal person, IConfiguration configuration)
    {
        var name = WebUtility.HtmlEncode(configuration["Name"] ?? "Service");
        var body = person.Identity is { IsAuthenticated: true }
            ? $"""
              <p>Signed in: <strong id="who">{Text(person, "name")}</strong> ({Text(person, "email")})</p>
              <p id="sub">{Text(person, "sub")}</p>
              <p id="customers">{Text(person, "customers")}</p>
              <form method="post" action="/sign-out"><button>Sign out</button></form>
              """
            : """<p id="nobody">Nobody is signed in. <a id="sign-in" href="/sign-in">Sign in</a></p>""";
        return Results.Content($"<!doctype html><html lang=\"en\"><head><title>{name}</title></head><body><main><h1>{name}</h1>{body}</main></body></html>", "text/html; charset=utf-8");
    }

    private static string Text(ClaimsPrincipal person, string claim) => WebUtility.HtmlEncode(person.FindFirstValue(claim) ?? "");
}
