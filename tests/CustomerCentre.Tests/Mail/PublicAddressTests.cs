using CustomerCentre.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Tests.Mail;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://portal.example.cz", "https://portal.example.cz/a?b=c")]
    [InlineData("https://example.cz/portal/", "https://example.cz/portal/a?b=c")]
    public void Addresses_begin_as_the_settings_say(string setting, string expected) =>
        new PublicAddress(Options.Create(new PortalOptions { Address = setting }), Listening("http://10.0.0.1:5000")).For("/a?b=c").ShouldBe(expected);

    [Theory]
    [InlineData("http://localhost:5000/a", "http://127.0.0.1:5000", "https://127.0.0.1:5001")]
    [InlineData("http://localhost:8080/a", "http://[::]:8080")]
    [InlineData("https://localhost:5001/a", "http://unix:/run/portal.sock", "https://*:5001")]
    [InlineData("http://localhost/a")]
    public void Without_a_setting_they_lead_to_this_machine(string expected, params string[] bound) =>
        new PublicAddress(Options.Create(new PortalOptions()), Listening(bound)).For("/a").ShouldBe(expected);

    [Theory]
    [InlineData("//elsewhere.example/a")]
    [InlineData("https://elsewhere.example/a")]
    [InlineData("")]
    public void Only_a_path_of_the_portal_gets_an_address(string path) =>
        Should.Throw<ArgumentException>(() => new PublicAddress(Options.Create(new PortalOptions())).For(path));

    [Theory]
    [InlineData("Portal:Address", null)]
    [InlineData("Portal:Address", "portal.example.cz")]
    [InlineData("Mail:Smtp:Host", null)]
    [InlineData("Mail:From", null)]
    public void Production_does_not_start_without(string key, string? value)
    {
        var refusal = Should.Throw<OptionsValidationException>(() => Start(key, value).Validate());
        refusal.Message.ShouldContain(key);
    }

    [Fact]
    public void Production_starts_when_told_where_it_is_and_who_delivers() => Should.NotThrow(() => Start("Mail:FromName", "Portál").Validate());

    private static IStartupValidator Start(string key, string? value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Portal:Address"] = "https://portal.example.cz",
            ["Mail:Smtp:Host"] = "smtp.example.cz",
            ["Mail:From"] = "portal@example.cz",
            [key] = value,
        };
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddMail();
        return builder.Build().Services.GetRequiredService<IStartupValidator>();
    }

    private static Listener Listening(params string[] addresses) => new(addresses);

    private sealed class Listener : IServer, IServerAddressesFeature
    {
        public Listener(string[] addresses)
        {
            Addresses = addresses;
            Features.Set<IServerAddressesFeature>(this);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();
        public ICollection<string> Addresses { get; }
        public bool PreferHostingUrls { get; set; }
        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public void Dispose()
        {
        }
    }
}
