using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CustomerCentre.Tests.Features.Cookies;

/// <summary>The portal of an operator who has set up both optional scripts; the same database and clock.</summary>
internal sealed class MeasuringPortal(Portal portal, params (string Key, string Value)[] more) : IAsyncDisposable
{
    public const string Statistics = "https://stats.example.cz/count.js";
    public const string Advertising = "https://ads.example.com/tag.js";

    private readonly WebApplicationFactory<Program> factory = portal.WithWebHostBuilder(builder =>
    {
        builder.UseSetting("Consent:Statistics:Address", Statistics + "?site=7");
        builder.UseSetting("Consent:Statistics:SendsTo:0", "https://collect.example.cz");
        builder.UseSetting("Consent:Statistics:Cookies:0:Name", "_visits*");
        builder.UseSetting("Consent:Statistics:Cookies:0:Days", "390");
        builder.UseSetting("Consent:Advertising:Address", Advertising);
        builder.UseSetting("Consent:Advertising:Cookies:0:Name", "_ads");
        foreach (var (key, value) in more)
            builder.UseSetting(key, value);
    });

    public Browser Browser() => new(factory.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false }), "cs");

    public ValueTask DisposeAsync() => factory.DisposeAsync();
}
