using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Cookies;

/// <summary>Consent to cookies: who is asked, what is remembered, what is loaded.</summary>
public static class CookiesSetup
{
    public static IServiceCollection AddCookieConsent(this IServiceCollection services)
    {
        services.AddOptions<ConsentOptions>().BindConfiguration("Consent").ValidateOnStart()
            .Validate(options => options.IsVersion, "Consent:TextVersion must be 1 to 16 of a-z, 0-9 and -; any but 1 needs Consent:Changed in cs, en and sk.")
            .Validate(options => options.AreAddresses, "Consent: addresses must be whole, with https.");
        return services.AddSingleton<ConsentBook>().AddSingleton<ConsentedScripts>();
    }

    /// <summary>Tells each page what its browser has allowed.</summary>
    public static void UseCookieConsent(this WebApplication app)
    {
        var optional = CookieList.All(app.Services.GetRequiredService<IOptions<ConsentOptions>>().Value).Where(entry => entry.Group != CookieGroups.Necessary).ToList();
        app.Use(async (http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            {
                var state = await Judge(http);
                state.Keep(http);
                LeftCookies.Remove(http, optional, state.Allowed);
            }

            await next(http);
        });
    }

    private static async Task<ConsentState> Judge(HttpContext http)
    {
        var services = http.RequestServices;
        var (options, time) = (services.GetRequiredService<IOptions<ConsentOptions>>().Value, services.GetRequiredService<TimeProvider>());
        var state = ConsentState.Of(ConsentCookie.Read(http), options.TextVersion, time.GetUtcNow());
        if (state.Allowed == CookieGroups.Necessary)
            return state;
        var proven = await services.GetRequiredService<ConsentBook>().Allowed(state.Choice!.Reference, services.GetRequiredService<Sender>(), http.RequestAborted);
        return state with { Allowed = state.Allowed & proven };
    }
}
