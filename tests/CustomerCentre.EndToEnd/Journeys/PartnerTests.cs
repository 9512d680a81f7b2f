using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Journeys;

public sealed class PartnerTests(Portal portal) : Journey(portal)
{
    private const string Company = "5000001233", Register = "99001021";

    [Fact]
    public async Task A_partner_checks_one_customer_and_a_file_of_them()
    {
        await Me.SignIn("partner@example.cz");
        await Open("/partners/stock");
        await Look("partner-stock");

        await Open("/partners/status");
        await Page.FillAsync("#Pair-CustomerNumber", Company);
        await Page.FillAsync("#Pair-RegistrationNumber", Register);
        await Page.SelectOptionAsync("#Pair-Purpose", new SelectOptionValue { Index = 1 });
        await Me.Submit();
        await Assertions.Expect(Page.Locator(".check-answer")).ToContainTextAsync("POHODA");
        Page.Url.ShouldNotContain(Register);
        await Look("partner-status");

        await Page.FillAsync("#Pair-RegistrationNumber", "99000041");
        await Page.SelectOptionAsync("#Pair-Purpose", new SelectOptionValue { Index = 1 });
        await Me.Submit();
        await Assertions.Expect(Page.Locator(".check-answer")).Not.ToContainTextAsync("POHODA");

        await Open("/partners/status/batch");
        await Page.WaitForInteractive();
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "zakaznici.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"ID;ICO\n{Company};{Register}\n{Company};99000041\n"),
        });
        await Page.Locator("main input[type=radio]").First.CheckAsync();
        await Look("partner-batch");
        await Me.Submit();
        await Assertions.Expect(Page.Locator("main table")).ToContainTextAsync("POHODA");
        await Look("partner-batch-done");
    }

    [Fact]
    public async Task A_revoked_secret_opens_nothing_any_more()
    {
        await Me.SignIn("partner@example.cz");
        await Open("/partners/api");
        await Me.Submit();
        var secret = await Page.Locator("code.secret").InnerTextAsync();
        var owner = await Page.Locator("code").First.InnerTextAsync();
        await Look("partner-secret");

        using var http = new HttpClient { BaseAddress = App.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await Token(http, owner, secret));
        (await Stock(http)).ShouldBe(HttpStatusCode.OK);

        await Open("/partners/api");
        await Look("partner-secrets");
        await Page.Locator("main table a").First.ClickAsync();
        await Page.WaitForURLAsync("**/partners/api/*-*");
        // The address changes before the page does, and the list has a button too.
        await Page.Locator("main input[name=_handler][value=revoke]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Me.Submit();
        await Page.WaitForURLAsync(url => url.EndsWith("revoked=true", StringComparison.Ordinal));
        (await Stock(http)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Ask(http, owner, secret)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> Stock(HttpClient http) => (await http.GetAsync("/api/v1/stock")).StatusCode;

    private static async Task<string> Token(HttpClient http, string owner, string secret)
    {
        var answer = await Ask(http, owner, secret);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient http, string owner, string secret)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = owner, ["client_secret"] = secret };
        return http.SendAsync(new(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(form), Headers = { { "X-Forwarded-Proto", "https" } } });
    }

    private async Task Look(string name)
    {
        await CheckAccess();
        await Screenshot(name);
    }
}
