using System.Security.Claims;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CustomerCentre.Features.Accounts;

/// <summary>The sign-in cookie. It names a session; whether that still lives is read from the database at each request.</summary>
public static class SessionCookie
{
    public const string Scheme = "Session";
    public const string Name = "__Host-session";

    /// <summary>Policies that a person fulfils by a role and not by merely being signed in.</summary>
    public static readonly IReadOnlyList<string> Groups =
    [
        Policies.SupportStaff, Policies.SupportLead, Policies.Auditor, Policies.OperatorAdministrator, Policies.PartnerMember, Policies.PartnerManager,
    ];

    private const string RoleClaim = "role";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan Stay = TimeSpan.FromDays(30);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.Path = "/";
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = Idle;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = Validate;
        // No page of its own: what one may not see reads as what is not there.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Signs a person in, in this browser.</summary>
    public static Task Write(HttpContext http, SignedIn person)
    {
        Claim[] claims =
        [
            new("sub", person.AccountId.ToString()), new(SessionCheck.SessionClaim, person.SessionId.ToString()),
            new("email", person.Email), new("name", person.Name ?? person.Email),
        ];
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var lasting = new AuthenticationProperties { IsPersistent = person.Stays, ExpiresUtc = now + (person.Stays ? Stay : Idle) };
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, "name", RoleClaim)), lasting);
    }

    /// <summary>Carries a changed name or e-mail into the cookie, which otherwise stays as it is.</summary>
    public static async Task Rename(HttpContext http, string name, string? email = null)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        var kept = ticket.Principal!.Identities.First();
        List<Claim> claims = [.. kept.Claims.Where(claim => claim.Type != "name" && (email is null || claim.Type != "email")), new("name", name)];
        if (email is not null)
            claims.Add(new("email", email));
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, "name", RoleClaim)), ticket.Properties);
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var user = services.GetRequiredService<CurrentUser>();
        if (!await services.GetRequiredService<SessionCheck>().Fill(user, context.Principal!, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        // What the person may do today is read anew each time, so it is added beside the cookie's own identity and never stored in it.
        var roles = Groups.Where(user.Fulfils).Select(group => new Claim(RoleClaim, group));
        context.ReplacePrincipal(new ClaimsPrincipal([.. context.Principal!.Identities, new ClaimsIdentity(roles, null, "name", RoleClaim)]));
    }
}
