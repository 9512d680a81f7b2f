using CustomerCentre.Features.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.Passkeys;

public sealed class PasskeyTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_passkey_is_added_with_the_password_listed_and_told_of_by_mail()
    {
        using var browser = await portal.SignedIn("p1@example.cz");
        using var passkey = new SoftPasskey();
        (await Add(browser, passkey, "špatné heslo z kopce")).Text.ShouldContain("Heslo nesouhlasí");
        (await Add(browser, passkey)).Leads.ShouldBe("/account/passkeys?done=added");

        var page = await browser.Get("/account/passkeys?done=added");
        page.Text.ShouldContain("Můj telefon");
        page.Text.ShouldContain("zatím nepoužit");
        (await Mails("p1@example.cz")).ShouldBe(["PasskeyAdded"]);
    }

    [Fact]
    public async Task It_signs_in_alone_also_past_a_second_factor_and_the_list_says_when()
    {
        using var browser = await portal.SignedIn("p2@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        await browser.Post(await browser.Get("/account/two-factor/mail"), "mail", ("Input.Password", Portal.Password));

        var other = portal.Browser();
        (await other.SignIn("p2@example.cz")).Leads.ShouldBe("/account/two-factor/code");
        using var another = portal.Browser();
        (await SignIn(another, passkey, "/account/passkeys")).Leads.ShouldBe("/account/passkeys");
        (await another.Get("/account/passkeys")).Text.ShouldContain("naposledy použit");
    }

    [Fact]
    public async Task The_page_asks_for_any_passkey_and_names_none()
    {
        using var browser = await portal.SignedIn("p3@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var options = Options(await portal.Browser().Get("/account/sign-in"));
        options.ShouldContain("\"allowCredentials\":[]");
        options.ShouldContain("\"userVerification\":\"required\"");
    }

    [Fact]
    public async Task An_answer_works_once_and_only_for_its_own_question()
    {
        using var browser = await portal.SignedIn("p4@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var visitor = portal.Browser();
        var page = await visitor.Get("/account/sign-in");
        var answer = passkey.Get(Options(page));
        var newer = await visitor.Get("/account/sign-in");
        Refused(await visitor.Post(newer, "passkey", ("Input.Credential", answer)));
        (await visitor.Post(page, "passkey", ("Input.Credential", answer))).Leads.ShouldBe("/");
        using var thief = portal.Browser();
        var own = await thief.Get("/account/sign-in");
        Refused(await thief.Post(own, "passkey", ("Input.State", page.Form("passkey").Fields["Input.State"]), ("Input.Credential", answer)));
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("owner")]
    [InlineData("stranger")]
    [InlineData("nonsense")]
    [InlineData("long")]
    public async Task What_is_not_right_opens_nothing(string fault)
    {
        var email = $"{Guid.NewGuid():n}@example.cz";
        using var browser = await portal.SignedIn(email);
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var visitor = portal.Browser();
        var page = await visitor.Get("/account/sign-in");
        using var stranger = new SoftPasskey();
        if (fault == "origin")
            passkey.Origin = "https://evil.example";
        passkey.IsOwner = fault != "owner";
        var credential = fault switch { "stranger" => stranger.Get(Options(page)), "nonsense" => "{\"id\":1}", "long" => new string('x', 100_000), _ => passkey.Get(Options(page)) };
        Refused(await visitor.Post(page, "passkey", ("Input.Credential", credential)));
        visitor.Cookies.Keys.ShouldNotContain(SessionCookie.Name);
    }

    [Fact]
    public async Task A_removed_one_signs_nobody_in_and_other_sessions_end()
    {
        using var browser = await portal.SignedIn("p5@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var other = portal.Browser();
        await other.SignIn("p5@example.cz");
        var address = (await browser.Get("/account/passkeys")).Document.QuerySelector(".browsers a")!.GetAttribute("href")!;
        (await other.Post(await other.Get(address), "rename", ("Input.Name", "Služební"))).Leads.ShouldBe("/account/passkeys?done=renamed");
        (await browser.Get("/account/passkeys")).Text.ShouldContain("Služební");

        (await browser.Post(await browser.Get(address), "remove", ("Removal.Password", "špatné heslo z kopce"))).Text.ShouldContain("Heslo nesouhlasí");
        (await browser.Get("/account/passkeys")).Text.ShouldContain("Služební");
        (await browser.Post(await browser.Get(address), "remove", ("Removal.Password", Portal.Password))).Leads.ShouldBe("/account/passkeys?done=removed");

        Refused(await SignIn(portal.Browser(), passkey));
        (await other.Get("/account/profile")).Leads!.ShouldStartWith("/account/sign-in");
        (await browser.Get("/account/profile")).Leads.ShouldBeNull();
        (await Mails("p5@example.cz")).ShouldBe(["PasskeyAdded", "PasskeyRemoved"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_password_typed_before_holds_ten_minutes_and_for_its_person_alone()
    {
        using var own = new Portal();
        using var browser = await own.SignedIn("p9@example.cz");
        using var other = await own.SignedIn("p10@example.cz");
        using var passkey = new SoftPasskey();
        var page = await browser.Post(await browser.Get("/account/passkeys"), "prove", ("Input.Password", Portal.Password));
        var theirs = await other.Post(await other.Get("/account/passkeys"), "prove", ("Input.Password", Portal.Password));
        var foreign = page.Form("add-passkey").Fields["Adding.Proof"];
        (await other.Post(theirs, "add-passkey", ("Adding.Proof", foreign), ("Adding.Credential", passkey.Create(Options(theirs))))).Text.ShouldContain("víc než 10 minut");
        (await other.Post(theirs, "add-passkey", ("Adding.Proof", "altered"), ("Adding.Credential", passkey.Create(Options(theirs))))).Text.ShouldContain("víc než 10 minut");
        own.Time.Advance(TimeSpan.FromMinutes(10));
        (await browser.Post(page, "add-passkey", ("Adding.Credential", passkey.Create(Options(page))))).Text.ShouldContain("víc než 10 minut");
        (await own.Db(db => db.UserPasskeys.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_device_that_has_one_is_not_asked_for_another()
    {
        using var browser = await portal.SignedIn("p11@example.cz");
        using var passkey = new SoftPasskey();
        Options(await Prove(browser)).ShouldContain("\"excludeCredentials\":[]");
        await Add(browser, passkey);
        Options(await Prove(browser)).ShouldNotContain("\"excludeCredentials\":[]");
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task A_name_is_of_a_length_that_can_be_shown(int length, bool isTaken)
    {
        using var browser = await portal.SignedIn($"{Guid.NewGuid():n}@example.cz");
        using var passkey = new SoftPasskey();
        var page = await Prove(browser);
        var added = await browser.Post(page, "add-passkey", ("Adding.Credential", passkey.Create(Options(page))), ("Adding.Name", new string('a', length)));
        (added.Leads == "/account/passkeys?done=added").ShouldBe(isTaken);
    }

    [Fact]
    public async Task A_question_lapses_after_an_hour()
    {
        using var own = new Portal();
        using var browser = await own.SignedIn("p12@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var visitor = own.Browser();
        var page = await visitor.Get("/account/sign-in");
        own.Time.Advance(TimeSpan.FromHours(1));
        Refused(await visitor.Post(page, "passkey", ("Input.Credential", passkey.Get(Options(page)))));
        (await SignIn(visitor, passkey)).Leads.ShouldBe("/");
    }

    [Fact]
    public async Task The_last_way_in_cannot_be_removed()
    {
        using var browser = await portal.SignedIn("p6@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var address = (await browser.Get("/account/passkeys")).Document.QuerySelector(".browsers a")!.GetAttribute("href")!;
        await portal.Db(db => db.Users.Where(a => a.Email == "p6@example.cz").ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, (string?)null)));
        (await browser.Post(await browser.Get(address), "remove", ("Removal.Password", Portal.Password))).Text.ShouldContain("zatím nemáte heslo");
        (await SignIn(portal.Browser(), passkey)).Leads.ShouldBe("/");
    }

    [Fact]
    public async Task Nobody_sees_or_removes_the_passkey_of_another()
    {
        using var browser = await portal.SignedIn("p7@example.cz");
        using var passkey = new SoftPasskey();
        await Add(browser, passkey);
        var address = (await browser.Get("/account/passkeys")).Document.QuerySelector(".browsers a")!.GetAttribute("href")!;
        using var stranger = await portal.SignedIn("p8@example.cz");
        (await stranger.Get(address)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await SignIn(portal.Browser(), passkey)).Leads.ShouldBe("/");
    }

    private static async Task<WebPage> Prove(Browser browser) => await browser.Post(await browser.Get("/account/passkeys"), "prove", ("Input.Password", Portal.Password));

    internal static async Task<WebPage> Add(Browser browser, SoftPasskey passkey, string password = Portal.Password)
    {
        var page = await browser.Post(await browser.Get("/account/passkeys"), "prove", ("Input.Password", password));
        return password == Portal.Password
            ? await browser.Post(page, "add-passkey", ("Adding.Credential", passkey.Create(Options(page))), ("Adding.Name", "Můj telefon"))
            : page;
    }

    internal static async Task<WebPage> SignIn(Browser browser, SoftPasskey passkey, string? returnUrl = null)
    {
        var page = await browser.Get("/account/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        return await browser.Post(page, "passkey", ("Input.Credential", passkey.Get(Options(page))));
    }

    private static string Options(WebPage page) => page.Document.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!;

    private static void Refused(WebPage page) => page.Text.ShouldContain("nepodařilo ověřit");

    private Task<List<string>> Mails(string email) => portal.Db(async db =>
        (await db.Outbox.AsNoTracking().ToListAsync()).Where(mail => mail.To.Value == email && mail.Kind.StartsWith("Passkey", StringComparison.Ordinal)).OrderBy(mail => mail.Id).Select(mail => mail.Kind).ToList());
}
