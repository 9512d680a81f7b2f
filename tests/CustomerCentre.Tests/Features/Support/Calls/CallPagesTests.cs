using System.Net;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Support.Calls;

public sealed class CallPagesTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("cs", "7201")]
    [InlineData("en", "7202")]
    [InlineData("sk", "7203")]
    public async Task Each_page_is_static_in_every_language(string language, string number)
    {
        var desk = await Desk.At(portal, number);
        await MakeLead(desk.Agent);
        desk.Browser.Cookies["language"] = $"c%3D{language}%7Cuic%3D{language}";
        foreach (var path in (string[])[$"{desk.Support}/caller", $"{desk.Support}/people/{desk.Manager}", $"{desk.Support}/see-as", "/support/stopped-agents"])
        {
            var page = await desk.Browser.Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Heading.ShouldNotBeEmpty();
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.Html.ShouldNotContain("\"type\":\"server\"");
        }
    }

    [Fact]
    public async Task A_member_makes_a_pin_and_the_agent_proves_the_caller_by_it()
    {
        var desk = await Desk.At(portal, "7204", isOpen: false);
        var member = await MemberOf(desk);
        var address = $"{desk.Pages}/support-pin";
        (await member.Post(await member.Get(address), "make-pin")).Leads.ShouldBe(address);
        var shown = await member.Get(address);
        var pin = shown.Document.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!;
        shown.Document.QuerySelector(".big-number .visually-hidden")!.TextContent.ShouldEndWith(string.Join(' ', pin.ToCharArray()));
        shown.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        shown.Document.Title!.ShouldNotContain(pin);

        var form = await desk.Browser.Get($"{desk.Support}/caller");
        var field = form.Document.QuerySelector("input[name='Proof.Digits']")!;
        (field.GetAttribute("inputmode"), field.GetAttribute("autocomplete")).ShouldBe(("numeric", "one-time-code"));
        (await desk.Browser.Post(form, "prove-caller", ("Proof.Digits", "12"))).Text.ShouldContain("Kód má šest číslic");
        (await desk.Browser.Post(form, "prove-caller", ("Proof.Digits", $"{pin[..3]} {pin[3..]}"))).Leads.ShouldBe(desk.Support);
        (await portal.Db(db => db.LookUps.SingleAsync(lookUp => lookUp.CustomerId == desk.Company.Customer.Id))).Reason.ShouldBe(LookUpReason.Pin);
        (await member.Get(address)).Text.ShouldContain("PIN je použitý");
    }

    [Fact]
    public async Task A_pin_is_withdrawn_on_the_page_and_a_second_press_harms_nothing()
    {
        var desk = await Desk.At(portal, "7205");
        var member = await MemberOf(desk);
        var address = $"{desk.Pages}/support-pin";
        await member.Post(await member.Get(address), "make-pin");
        var shown = await member.Get(address);
        (await member.Post(shown, "withdraw-pin")).Leads.ShouldBe(address);
        (await member.Post(shown, "withdraw-pin")).Leads.ShouldBe(address);
        (await member.Get(address)).Document.QuerySelector(".big-number").ShouldBeNull();
    }

    [Fact]
    public async Task A_code_is_sent_from_the_page_to_a_contact_whose_address_is_masked()
    {
        var desk = await Desk.At(portal, "7206", isOpen: false);
        var contact = await portal.Db(async db =>
        {
            var customer = await db.Customers.SingleAsync(c => c.Id == desk.Company.Customer.Id);
            var added = customer.AddContact("Alena", EmailAddress.Parse("alena@contacts.cz"), null);
            db.Add(added);
            await db.SaveChangesAsync();
            return added;
        });

        var page = await desk.Browser.Get($"{desk.Support}/caller");
        page.Html.ShouldNotContain("alena@");
        page.Text.ShouldContain("a…@contacts.cz");
        (await desk.Browser.Post(page, "send-caller-code")).Text.ShouldContain("Vyberte, komu kód poslat");
        (await desk.Browser.Post(page, "send-caller-code", ("Sending.ContactId", $"{contact.Id}"))).Text.ShouldContain("Kód odešel na a…@contacts.cz");
        var sent = await portal.Db(db => db.Outbox.SingleAsync(mail => mail.CustomerId == desk.Company.Customer.Id));
        sent.To.Value.ShouldBe("alena@contacts.cz");
    }

    [Fact]
    public async Task A_stale_form_uses_no_pin_up()
    {
        var desk = await Desk.At(portal, "7207", isOpen: false);
        var page = await desk.Browser.Get($"{desk.Support}/caller");
        await desk.Browser.Post(page, "prove-caller", ("Proof.Digits", "123456"), ("__RequestVerificationToken", "of another"));
        (await desk.Events()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_persons_page_needs_the_customer_open_and_helps()
    {
        var desk = await Desk.At(portal, "7208", isOpen: false);
        var address = $"{desk.Support}/people/{desk.Manager}";
        (await desk.Browser.Get(address)).Leads.ShouldBe(desk.Support);
        await desk.Open();
        (await desk.Browser.Get($"{desk.Support}/people/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var page = await desk.Browser.Get(address);
        page.Document.QuerySelector("input[value=unlock]").ShouldBeNull();
        (await desk.Browser.Post(page, "mail-link")).Text.ShouldContain("Odkaz na nové heslo odešel");
        (await desk.Events()).ShouldBe(["PasswordLinkSentByStaff"]);
    }

    [Fact]
    public async Task A_locked_person_is_unlocked_on_the_page()
    {
        var desk = await Desk.At(portal, "7209");
        var email = await portal.Db(db => db.Users.Where(a => a.Id == desk.Manager).Select(a => a.Email!).SingleAsync());
        using var elsewhere = portal.Browser();
        for (var i = 0; i < 6; i++)
            await elsewhere.SignIn(email, "špatné heslo z kopce");

        var page = await desk.Browser.Get($"{desk.Support}/people/{desk.Manager}");
        page.Text.ShouldContain("Zamčeno");
        var after = await desk.Browser.Post(page, "unlock");
        after.Text.ShouldContain("Odemčeno");
        after.Text.ShouldNotContain("Zamčeno");
        (await elsewhere.SignIn(email)).Leads.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_but_staff_comes_to_these_pages()
    {
        var desk = await Desk.At(portal, "7210");
        var stranger = await Person.At(portal);
        foreach (var path in (string[])[$"{desk.Support}/caller", $"{desk.Support}/people/{desk.Manager}", $"{desk.Support}/see-as"])
            (await stranger.Browser.Get(path)).Html.ShouldNotContain("Firma 7210", customMessage: path);
        (await desk.Browser.Get("/support/stopped-agents")).Text.ShouldNotContain("Zastavené ověřování");
    }

    private async Task<Browser> MemberOf(Desk desk)
    {
        var browser = portal.Browser();
        await browser.SignIn(await portal.Db(db => db.Users.Where(a => a.Id == desk.Manager).Select(a => a.Email!).SingleAsync()));
        return browser;
    }

    private Task<int> MakeLead(Guid agent) => portal.Db(db =>
    {
        db.Add(new StaffMember(agent, OperatorRole.Lead, portal.Time.GetUtcNow()));
        return db.SaveChangesAsync();
    });
}
