using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>A service sends a person here to sign out everywhere. Without an id token of that person anybody could send them, so they are asked.</summary>
internal static class EndSessionEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> Answer(HttpContext http, Sender sender, CancellationToken cancellationToken)
    {
        if (http.GetOpenIddictServerRequest() is null || http.GetOpenIddictServerResponse()?.Error is not null)
            return Results.LocalRedirect(SingleSignOnSetup.ProblemPage + "?leaving=true");
        // The session's cookie does not come along when another site posts.
        if (HttpMethods.IsPost(http.Request.Method))
            return Results.LocalRedirect(SingleSignOnSetup.EndSessionEndpoint + QueryString.Create(await http.Request.ReadFormAsync(cancellationToken)));

        if (http.User.Identity is { IsAuthenticated: true })
        {
            var hint = (await http.AuthenticateAsync(Scheme)).Principal?.GetClaim(Claims.Subject);
            if (hint is null || await sender.Send(new IsSamePerson.Query(hint), cancellationToken) is not { IsDone: true, Value: true })
                return Results.LocalRedirect(ReturnUrls.With(SingleSignOnSetup.LeavePage, http.Request.Path + http.Request.QueryString));
            await sender.Send(new SignOut.Command(), cancellationToken);
            await http.SignOutAsync();
        }

        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);
    }
}
