using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CustomerCentre.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Tests.Running;

/// <summary>The whole application on a database of its own, where a header says who is signed in.</summary>
public sealed class SignedInSite : WebApplicationFactory<Program>
{
    private const string Header = "X-Account";
    private readonly EmptyDatabase database = new();

    public HttpClient Of(Guid? account, string language = "cs")
    {
        var person = CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        person.DefaultRequestHeaders.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
        if (account is not null)
            person.DefaultRequestHeaders.Add(Header, account.ToString());
        return person;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:CustomerCentre", database.ConnectionString);
        builder.ConfigureTestServices(services =>
        {
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ByHeader>(Header, null);
            services.PostConfigure<AuthenticationOptions>(options =>
                options.DefaultScheme = options.DefaultAuthenticateScheme = options.DefaultChallengeScheme = options.DefaultForbidScheme = Header);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            database.Dispose();
    }

    private sealed class ByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CurrentUser user)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Guid.TryParse(Request.Headers[Header], out var account))
                return Task.FromResult(AuthenticateResult.NoResult());
            user.SignIn(account, Guid.Empty, []);
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "Jana")], Header);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Header)));
        }
    }
}
