using System.Globalization;

namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>What people do again and again. Fields are found by id where the same walk is made in several languages.</summary>
internal static class Walking
{
    public const string Password = "modrý kolotoč v aleji";
    public const string DemoPassword = "Ukazka-Centra-2026";

    public static async Task SignIn(this Visitor visitor, string email, string password = DemoPassword)
    {
        await visitor.Open("/account/sign-in");
        await visitor.Page.FillAsync("#Input-Email", email);
        await visitor.Page.FillAsync("#Input-Password", password);
        await visitor.Submit();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    public static async Task SignOut(this Visitor visitor)
    {
        await visitor.Page.ClickAsync(".bar .menu:has(form[action='/account/sign-out']) summary");
        await visitor.Page.ClickAsync(".bar form[action='/account/sign-out'] button");
        await visitor.Page.Locator(".bar a[href='/account/sign-in']").WaitForAsync();
    }

    /// <summary>Signs out, wherever the visitor is.</summary>
    public static async Task Leave(this Visitor visitor)
    {
        if ((await visitor.Context.CookiesAsync()).Any(cookie => cookie.Name == "__Host-session"))
        {
            await visitor.Open("/account/profile");
            await visitor.SignOut();
        }
    }

    /// <summary>Fails when the page scrolls sideways at 320 pixels.</summary>
    public static async Task CheckNarrow(this Visitor visitor)
    {
        var before = visitor.Page.ViewportSize!;
        await visitor.Page.SetViewportSizeAsync(320, before.Height);
        (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        await visitor.Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>Gives the visitor a device that keeps passkeys, with a finger on it at once or never.</summary>
    public static async Task HoldAuthenticator(this Visitor visitor, bool answers = true)
    {
        var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = answers,
            },
        });
    }

    public static async Task SignUp(this Visitor visitor, Mailbox mailbox, string email, string returnUrl = "/onboarding")
    {
        await visitor.Open($"/account/sign-up?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await visitor.Page.FillAsync("#Input-Email", email);
        await visitor.Page.FillAsync("#Input-Password", Password);
        await visitor.Submit();
        await visitor.Page.WaitForURLAsync("**/account/check-mail**");
        await visitor.Open(await mailbox.LinkFor(email, "/account/confirm-email"));
        await visitor.Submit();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
    }

    /// <summary>Presses the one filled button of the page.</summary>
    public static Task Submit(this Visitor visitor) => visitor.Page.ClickAsync("main form button[type=submit].button-filled, main form button[type=submit].mud-button-filled");

    public static async Task Choose(this Visitor visitor, int option) => await visitor.Page.Locator("main .choice input[type=radio]").Nth(option).CheckAsync();

    /// <summary>Waits for a step of the wizard to be alive: the address changes before the page does, so a field of the step says that it is here.</summary>
    public static async Task AtStep(this Visitor visitor, string step)
    {
        await visitor.Page.WaitForURLAsync($"**/onboarding/{step}**");
        await visitor.Page.Locator($"html[data-interactive=true] main form {FieldOf(step)}").First.WaitForAsync();
    }

    private static string FieldOf(string step) => step switch
    {
        "start" => "[name='Start.Path']",
        "products" => "#Licences-0-Number",
        "company" => "[name='Company.Kind']",
        "contact" => "#Contact-Name",
        "check" => "#Command-AcceptsTerms",
        "customer-id" => "#Known-CustomerNumber",
        "details" => "#Company-City",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static async Task BeginFirstProduct(this Visitor visitor)
    {
        await visitor.AtStep("start");
        await visitor.Choose(0);
        await visitor.Submit();
        await visitor.AtStep("products");
    }

    public static async Task FillProduct(this Visitor visitor, string number, int row = 0)
    {
        await visitor.Page.FillAsync($"#Licences-{row}-Number", number);
        await visitor.Page.FillAsync($"#Licences-{row}-PurchasedOn", Yesterday);
    }

    /// <summary>A consumer: no register is asked and no register number can meet another journey's.</summary>
    public static async Task FillConsumer(this Visitor visitor)
    {
        await visitor.Choose(3);
        await visitor.Page.FillAsync("#Company-GivenName", "Žofie");
        await visitor.Page.FillAsync("#Company-FamilyName", "Příkladná");
        await visitor.Page.FillAsync("#Company-Street", "Vzorová 12");
        await visitor.Page.FillAsync("#Company-City", "Jihlava");
        await visitor.Page.FillAsync("#Company-PostalCode", "58601");
    }

    public static string Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
