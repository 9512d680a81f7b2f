using System.Text.Json;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Features.Accounts.Passkeys;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OtpNet;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class LevelTests
{
    private const string Email = "jana@example.cz";

    [Fact]
    public async Task A_password_alone_is_the_first_level()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await Says(world, browser, "1", "pwd");
    }

    [Fact]
    public async Task An_app_and_a_recovery_code_make_it_the_second_and_a_trusted_browser_does_not()
    {
        await using var world = new ServicePortal();
        using var first = await world.Portal.SignedIn();
        var page = await first.Get("/account/two-factor/app");
        var key = Base32Encoding.ToBytes(page.Document.QuerySelector(".key-shown code")!.TextContent.Replace(" ", ""));
        var codes = await first.Post(page, "app", ("Input.Code", CodeOf(world, key)), ("Input.Password", Portal.Password));
        world.Portal.Time.Advance(TimeSpan.FromSeconds(30));

        using var browser = world.Portal.Browser();
        var asked = (await browser.SignIn(Email)).Leads!;
        await browser.Post(await browser.Get(asked), "second-factor", ("Input.Code", CodeOf(world, key)), ("Input.Trust", "true"));
        await Says(world, browser, "2", "pwd", "otp", "mfa");

        browser.Cookies.Remove("__Host-session");
        (await browser.SignIn(Email)).Leads.ShouldBe("/");
        await Says(world, browser, "1", "pwd");

        using var other = world.Portal.Browser();
        var recovery = await other.Get((await other.SignIn(Email)).Leads! + "?way=Recovery");
        await other.Post(recovery, "second-factor", ("Input.Code", codes.Document.QuerySelector(".recovery-codes code")!.TextContent));
        await Says(world, other, "2", "pwd", "otp", "mfa");
    }

    [Fact]
    public async Task A_mailed_code_beside_a_password_makes_it_the_second()
    {
        await using var world = new ServicePortal();
        using var first = await world.Portal.SignedIn();
        await first.Post(await first.Get("/account/two-factor/mail"), "mail", ("Input.Password", Portal.Password));

        using var browser = world.Portal.Browser();
        var sent = await browser.Post(await browser.Get((await browser.SignIn(Email)).Leads!), "mail-code");
        var mail = await world.Portal.Db(db => db.Outbox.Where(letter => letter.Kind == "FactorCode").OrderByDescending(letter => letter.Id).FirstAsync());
        var code = mail.Text!.Split('\n').Select(line => line.Trim()).First(line => line.Length == 7 && line.Replace(" ", "").All(char.IsAsciiDigit));
        await browser.Post(await browser.Get(sent.Leads!), "second-factor", ("Input.Code", code));
        await Says(world, browser, "2", "pwd", "email", "mca");
    }

    [Fact]
    public async Task A_passkey_alone_is_the_second()
    {
        await using var world = new ServicePortal();
        using var first = await world.Portal.SignedIn();
        using var passkey = new SoftPasskey();
        var page = await first.Post(await first.Get("/account/passkeys"), "prove", ("Input.Password", Portal.Password));
        await first.Post(page, "add-passkey", ("Adding.Credential", passkey.Create(Options(page))), ("Adding.Name", "Můj telefon"));

        using var browser = world.Portal.Browser();
        var form = await browser.Get("/account/sign-in");
        await browser.Post(form, "passkey", ("Input.Credential", passkey.Get(Options(form))));
        await Says(world, browser, "2", "pop", "user", "mfa");
    }

    [Fact]
    public async Task A_session_from_before_the_note_is_the_first_level_and_says_no_methods()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await world.Portal.Db(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.Proofs, SignInProofs.None)));
        await Says(world, browser, "1");
    }

    [Fact]
    public async Task A_refreshed_token_says_the_same()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        var first = await world.Shop.SignIn(browser);
        var second = await Service.TokensIn(await world.Shop.Refresh((await Service.TokensIn(await world.Shop.Refresh(first.Refresh!))).Refresh!));

        var id = await world.Shop.Validate(second.Id!);
        id.GetPayloadValue<string>("acr").ShouldBe("1");
        Methods(id).ShouldBe(["pwd"]);
    }

    private static async Task Says(ServicePortal world, Browser browser, string level, params string[] methods)
    {
        var id = await world.Shop.Validate((await world.Shop.SignIn(browser)).Id!);
        id.GetPayloadValue<string>("acr").ShouldBe(level);
        Methods(id).ShouldBe(methods);
    }

    // As it is written: a single method is a list too.
    private static List<string?> Methods(JsonWebToken id) => JsonDocument.Parse(Base64UrlEncoder.Decode(id.EncodedPayload)).RootElement.TryGetProperty("amr", out var said)
        ? [.. said.EnumerateArray().Select(method => method.GetString())]
        : [];

    private static string CodeOf(ServicePortal world, byte[] key) => new Totp(key).ComputeTotp(world.Portal.Time.GetUtcNow().UtcDateTime);

    private static string Options(WebPage page) => page.Document.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!;
}
