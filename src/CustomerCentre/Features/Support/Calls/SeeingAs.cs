using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>
/// Requests below <c>/companies/{number}</c> of an agent who sees this customer act as its member; everything else of the portal stays the agent's own.
/// What may be done so is decided by <see cref="PolicyBehaviour{TRequest,TResponse}"/>.
/// </summary>
public static class SeeingAs
{
    /// <summary>Goes after authorisation: who may come to a page is still the agent.</summary>
    public static void UseSeeingAs(this WebApplication app) => app.Use((http, next) =>
        http.CompanyInAddress() is { } typed && app.Services.GetRequiredService<SeeAsCookie>().Read(http) is { } pass
            && CustomerNumber.TryParse(typed)?.Value == pass.CustomerNumber && IsOf(http, pass)
            ? See(http, pass, next)
            : next(http));

    /// <summary>The button of the banner. Without antiforgery: nobody gains by ending another's look.</summary>
    public static void MapSeeingAs(this IEndpointRouteBuilder app) => app.MapPost("/support/see-as/end", (HttpContext http, SeeAsCookie cookie) =>
    {
        var pass = cookie.Read(http);
        cookie.Delete(http);
        return Results.LocalRedirect(pass is null ? "/support" : $"/support/customers/{pass.CustomerNumber}");
    }).DisableAntiforgery().RequireAuthorization(Policies.SupportStaff);

    private static bool IsOf(HttpContext http, SeeAsCookie.Pass pass)
    {
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        return user.SessionId == pass.SessionId && user.Fulfils(Policies.SupportStaff);
    }

    private static Task See(HttpContext http, SeeAsCookie.Pass pass, RequestDelegate next)
    {
        if (pass.Until <= http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
        {
            http.RequestServices.GetRequiredService<SeeAsCookie>().Delete(http);
            http.Response.Redirect($"/support/customers/{pass.CustomerNumber}/see-as?over=true");
            return Task.CompletedTask;
        }

        // A circuit lives on beyond the request, as the agent again: such a page would change sides under the agent's hands.
        if (http.GetEndpoint()?.Metadata.GetMetadata<RenderModeAttribute>() is not null)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        http.Response.ForbidStoring();
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        user.SeeAs(pass.MemberAccountId, new(user.Id, pass.CustomerId, pass.CustomerNumber, pass.Until));
        return next(http);
    }
}
