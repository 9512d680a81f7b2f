using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CustomerCentre.Features.SingleSignOn.Protocol;

/// <summary>A service sends a person here to learn who they are. OpenIddict has checked the request; here the person is signed in, asked, and sent back.</summary>
internal static class AuthorizeEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> Answer(HttpContext http, Sender sender, Detours detours, TimeProvider time, CancellationToken cancellationToken)
    {
        if (http.GetOpenIddictServerRequest() is not { } request)
            return Results.LocalRedirect(SingleSignOnSetup.ProblemPage);
        if (http.GetOpenIddictServerResponse()?.Error is { } error)
            return Return(http, request, error);
        // The session's cookie does not come along when another site posts.
        if (HttpMethods.IsPost(http.Request.Method))
            return Results.LocalRedirect(SingleSignOnSetup.AuthorizationEndpoint + QueryString.Create(await http.Request.ReadFormAsync(cancellationToken)));

        var here = http.Request.Path + http.Request.QueryString;
        var isSilent = request.HasPromptValue(PromptValues.None);
        if (http.User.Identity is not { IsAuthenticated: true })
        {
            PreferLanguage(http, request.UiLocales);
            return isSilent ? Refuse(Errors.LoginRequired) : Results.LocalRedirect(ReturnUrls.With("/account/sign-in", here));
        }

        var detour = detours.In(here);
        if (detour is { Refuses: true })
            return Refuse(Errors.AccessDenied);
        var mustProve = request.HasPromptValue(PromptValues.Login) || request.HasPromptValue(PromptValues.SelectAccount);
        // An id token named as a hint says whom the service expects.
        var expected = (await http.AuthenticateAsync(Scheme)).Principal?.GetClaim(Claims.Subject);
        var entering = new EnterService.Command(
            request.ClientId!, request.GetScopes(), mustProve, TimeSpanOf(request.MaxAge), request.HasPromptValue(PromptValues.Consent), expected, detour);
        var answer = await sender.Send(entering, cancellationToken);
        if (!answer.IsDone)
            return Refuse(Errors.AccessDenied);
        return answer.Value.Step switch
        {
            EnterService.Step.Prove when isSilent => Refuse(Errors.LoginRequired),
            EnterService.Step.Prove => Results.LocalRedirect(ReturnUrls.With("/account/sign-in", detours.Carry(here, new Detour(time.GetUtcNow(), http.SessionId()))) + "&again=true"),
            EnterService.Step.Consent when isSilent => Refuse(Errors.ConsentRequired),
            EnterService.Step.Another => Refuse(Errors.LoginRequired),
            EnterService.Step.Consent => Results.LocalRedirect(ReturnUrls.With(SingleSignOnSetup.ConsentPage, here)),
            _ => Results.SignIn(SessionClaims.Of(answer.Value, request.GetScopes()), null, Scheme),
        };
    }

    // OpenIddict sends nobody back before it has looked at the whole request. An address that is the service's own, to the letter, is safe all the same.
    private static IResult Return(HttpContext http, OpenIddictRequest request, string error)
    {
        var service = http.RequestServices.GetRequiredService<IOptions<OperatorOptions>>().Value.Services.GetValueOrDefault(request.ClientId ?? "");
        if (request.RedirectUri is not { } address || service?.RedirectUris.Contains(address, StringComparer.Ordinal) != true || request.ResponseMode is not (null or ResponseModes.Query))
            return Results.LocalRedirect(SingleSignOnSetup.ProblemPage);
        // Who answers goes along, so that a service of many providers is not confused by another's (RFC 9207).
        var transaction = http.Features.GetRequiredFeature<OpenIddictServerAspNetCoreFeature>().Transaction!;
        var issuer = transaction.Options.Issuer ?? transaction.BaseUri;
        var answer = new Dictionary<string, string?> { ["error"] = error, ["state"] = request.State, ["iss"] = issuer?.AbsoluteUri };
        return Results.Redirect(QueryHelpers.AddQueryString(address, answer));
    }

    private static Guid? SessionId(this HttpContext http) => http.RequestServices.GetRequiredService<CurrentUser>().SessionId;

    private static TimeSpan? TimeSpanOf(long? seconds) => seconds is { } some ? TimeSpan.FromSeconds(Math.Clamp(some, 0, int.MaxValue)) : null;

    // Only for who has not chosen a language here.
    private static void PreferLanguage(HttpContext http, string? wanted)
    {
        var known = wanted?.Split(' ').Select(tag => tag.Split('-')[0].ToLowerInvariant()).FirstOrDefault(Languages.Names.ContainsKey);
        if (known is not null && !http.Request.Cookies.ContainsKey(Languages.Cookie))
            Languages.Choose(http, known);
    }

    private static IResult Refuse(string error) =>
        Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), [Scheme]);
}
