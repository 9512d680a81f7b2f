using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerCentre.Tests.Features.Development;

public sealed class DevelopmentMailTests : IDisposable
{
    private readonly EmptyDatabase database = new();

    [Fact]
    public async Task The_latest_mail_to_an_address_is_answered_with_its_links()
    {
        await using var portal = Portal("Development");
        using var browser = portal.CreateClient();
        await Write(portal, "jana@posta.example", "První");
        await Write(portal, "jana@posta.example", "Druhý");
        await Write(portal, "petr@posta.example", "Cizí");

        var mail = await browser.GetFromJsonAsync<JsonElement>("/dev/mail/latest?to=jana%40posta.example", Token);
        mail.GetProperty("subject").GetString().ShouldBe("Druhý");
        mail.GetProperty("text").GetString()!.ShouldContain("Žluťoučký kůň.");
        mail.GetProperty("html").GetString()!.ShouldStartWith("<!DOCTYPE html>");
        mail.GetProperty("links").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldEndWith("/account/confirm-email?token=Druhý".Replace("ý", "%C3%BD", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody@posta.example")]
    [InlineData("no address")]
    public async Task Who_got_no_mail_is_not_found(string to)
    {
        await using var portal = Portal("Development");
        using var browser = portal.CreateClient();
        await Write(portal, "jana@posta.example", "První");
        (await browser.GetAsync(new Uri($"/dev/mail/latest?to={Uri.EscapeDataString(to)}", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_lists_mail_newest_first_with_links_to_press()
    {
        await using var portal = Portal("Development");
        using var browser = portal.CreateClient();
        WebUtility.HtmlDecode(await browser.GetStringAsync("/dev/mail", Token)).ShouldContain("Zatím se nic neposlalo");

        await Write(portal, "jana@posta.example", "Prvni");
        await Write(portal, "jana@posta.example", "<Druhy>");
        var page = await browser.GetStringAsync("/dev/mail", Token);
        page.IndexOf("&lt;Druhy&gt;", StringComparison.Ordinal).ShouldBeInRange(0, page.IndexOf("Prvni", StringComparison.Ordinal));
        page.ShouldContain("/account/confirm-email?token=Prvni\">http");
    }

    [Theory]
    [InlineData("/dev/mail")]
    [InlineData("/dev/mail/latest?to=jana%40posta.example")]
    public async Task Outside_development_there_is_no_such_address(string address)
    {
        await using var portal = Portal("Testing");
        using var browser = portal.CreateClient(new() { BaseAddress = new Uri("https://localhost") });
        await Write(portal, "jana@posta.example", "První");
        (await browser.GetAsync(new Uri(address, UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_running_portal_delivers_by_itself()
    {
        await using var portal = Portal("Development");
        using var browser = portal.CreateClient();
        await Write(portal, "jana@posta.example", "První");

        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(20);
        while (!await IsSent(portal))
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline);
            await Task.Delay(50, Token);
        }
    }

    public void Dispose() => database.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WebApplicationFactory<Program> Portal(string environment) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment(environment).UseSetting("Registers:Mode", "Off").ConfigureLogging(logging => logging.ClearProviders());
        foreach (var (key, value) in database.Settings)
            host.UseSetting(key, value);
    });

    private static async Task Write(WebApplicationFactory<Program> portal, string to, string subject)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add(
            EmailAddress.Parse(to), "cs", () => new("Test", subject, ["Žluťoučký kůň."], new("Potvrdit", "/account/confirm-email?token=" + subject.Trim('<', '>'))));
        await scope.ServiceProvider.GetRequiredService<CustomerCentreDb>().SaveChangesAsync(Token);
    }

    private static async Task<bool> IsSent(WebApplicationFactory<Program> portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CustomerCentreDb>().Outbox.AllAsync(mail => mail.SentAt != null, Token);
    }
}
