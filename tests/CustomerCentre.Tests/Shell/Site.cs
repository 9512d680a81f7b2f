using System.Net;
using System.Net.Http.Headers;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CustomerCentre.Tests.Shell;

/// <summary>The whole application in memory, as an anonymous visitor meets it.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly EmptyDatabase database = new();

    public HttpClient Visitor(string language = "cs")
    {
        var visitor = CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        visitor.DefaultRequestHeaders.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
        return visitor;
    }

    public async Task<string> Read(string path, string language = "cs") =>
        await Text(await Visitor(language).GetAsync(path));

    public static async Task<string> Text(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        database.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (key, value) in database.Settings)
            builder.UseSetting(key, value);
    }
}
