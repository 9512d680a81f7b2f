using CustomerCentre.Features.SingleSignOn.BackChannel;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>A portal that an E-shop, mPOHODA and mKasa are joined to; mKasa asks for consent. What it tells them of sign-outs arrives at <see cref="News"/>.</summary>
internal sealed class ServicePortal : IAsyncDisposable
{
    public const string Secret = "a secret of a test alone, long enough";

    /// <summary>Starts it.</summary>
    /// <param name="change">Puts other parts in place of the portal's.</param>
    /// <param name="settings">Settings beside those of the services.</param>
    public ServicePortal(Action<IServiceCollection>? change = null, params (string Key, string? Value)[] settings) => Portal = new()
    {
        Settings = Joined("eshop").Concat(Joined("mpohoda")).Concat(Joined("mkasa")).Append(new("Portal:Address", "https://localhost"))
            .Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).ToDictionary(),
        Change = services =>
        {
            services.AddHttpClient(LogoutDelivery.Client).ConfigurePrimaryHttpMessageHandler(() => News);
            change?.Invoke(services);
        },
    };

    public Portal Portal { get; }

    public Receiver News { get; } = new();

    public Service Shop => field ??= new(Portal, "eshop");

    public Service Mpohoda => field ??= new(Portal, "mpohoda");

    public Service Till => field ??= new(Portal, "mkasa");

    /// <summary>Lets the portal tell services what it has to.</summary>
    public async Task<int> Deliver()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LogoutDelivery>().Run(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static Dictionary<string, string?> Joined(string id) => new()
    {
        [$"Operator:Services:{id}:Secret"] = Secret,
        [$"Operator:Services:{id}:StartAddress"] = $"https://{id}.example/",
        [$"Operator:Services:{id}:RedirectUris:0"] = $"https://{id}.example/signin-oidc",
        [$"Operator:Services:{id}:PostLogoutRedirectUris:0"] = $"https://{id}.example/signed-out",
        [$"Operator:Services:{id}:BackChannelLogoutUri"] = $"https://{id}.example/signed-out-elsewhere",
    };
}

/// <summary>Stands for the services' own servers.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    public List<(string Address, string Token)> Got { get; } = [];

    /// <summary>How the services answer.</summary>
    public Func<string, HttpResponseMessage> Answer { get; set; } = _ => new(System.Net.HttpStatusCode.OK);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (Got)
            Got.Add((request.RequestUri!.AbsoluteUri, body["logout_token=".Length..]));
        return Answer(request.RequestUri!.AbsoluteUri);
    }
}
