using Microsoft.AspNetCore.Components.Endpoints;

namespace CustomerCentre.Forms;

/// <summary>
/// A form whose row is gone when it is sent (somebody else decided it, it was sent twice) has nobody on the page to take it, and the framework would answer a raw 400.
/// Here such a post leads back to the page, which shows how things stand.
/// </summary>
public static class GoneForms
{
    /// <summary>Goes after <c>UseAntiforgery</c>, so that nothing else is taken for it.</summary>
    /// <param name="app">The pipeline.</param>
    public static void UseGoneForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var isPost = HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPost)
        {
            // While developing the framework writes why, and so begins the answer by itself.
            http.Response.OnStarting(() =>
            {
                LeadBack(http);
                return Task.CompletedTask;
            });
        }

        await next(http);
        if (isPost && !http.Response.HasStarted)
            LeadBack(http);
    });

    private static void LeadBack(HttpContext http)
    {
        if (http.Response.StatusCode != StatusCodes.Status400BadRequest)
            return;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}";
    }
}
