using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

/// <summary>The pages between a right old password and the session.</summary>
public sealed partial class SignInStepPagesTests(Portal portal) : IClassFixture<Portal>
{
    private const string Good = "zelený vlak jede lesem";

    [Theory]
    [InlineData("/account/new-password")]
    [InlineData("/account/mailed-code")]
    [InlineData("/account/reopen")]
    public async Task Without_a_right_password_before_it_a_step_leads_to_the_sign_in(string step)
    {
        var browser = portal.Browser();
        (await browser.Get(step + "?returnUrl=%2Flicences")).Leads.ShouldBe("/account/sign-in?returnUrl=%2Flicences");
        (await browser.Get(step + "?returnUrl=%2F%2Fevil.example")).Leads.ShouldBe("/account/sign-in");
    }

    [Fact]
    public async Task A_weak_password_is_changed_on_the_way_in_and_the_person_goes_on_where_they_wanted()
    {
        await Old("slaba@example.cz", "eshop", "slunicko");
        var browser = portal.Browser();
        var led = (await browser.SignIn("slaba@example.cz", "slunicko", "/account/sessions")).Leads!;
        led.ShouldStartWith("/account/new-password");
        (await browser.Get("/account/mailed-code")).Leads!.ShouldStartWith("/account/new-password", customMessage: "the step that is lacking, not another");

        var refused = await browser.Post(await browser.Get(led), "new-password", ("Input.Password", "slunicko2026"));
        refused.Text.ShouldContain("Ještě je potřeba něco opravit");
        (await browser.Get("/account/sessions")).Leads!.ShouldStartWith("/account/sign-in");

        (await browser.Post(refused, "new-password", ("Input.Password", Good))).Leads.ShouldBe("/account/sessions");
        (await portal.Browser().SignIn("slaba@example.cz", Good)).Leads.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mailed_code_opens_after_a_wrong_one_and_not_in_another_browser()
    {
        await Old("neoverena@example.cz", "mpohoda", "ranní mlha nad řekou", isConfirmed: false);
        var browser = portal.Browser();
        var led = (await browser.SignIn("neoverena@example.cz", "ranní mlha nad řekou", "/account/sessions")).Leads!;
        led.ShouldStartWith("/account/mailed-code");
        var page = await browser.Get(led);
        var code = Digits().Match((await portal.Db(db => db.Outbox.AsNoTracking().ToListAsync())).Single(mail => mail.To.Value == "neoverena@example.cz").Text!).Value;

        var refused = await browser.Post(page, "mailed-code", ("Input.Code", code == "000 000" ? "111111" : "000000"));
        refused.Document.QuerySelector("#Input-Code[aria-invalid=true]").ShouldNotBeNull();
        (await portal.Browser().Get(led)).Leads!.ShouldStartWith("/account/sign-in");

        (await browser.Post(refused, "mailed-code", ("Input.Code", code))).Leads.ShouldBe("/account/sessions");
    }

    private Task<int> Old(string email, string service, string password, bool isConfirmed = true)
    {
        var hash = new OldHash(OldHashKind.SaltedSha1, new(), [], new OldDigests().Compute(OldHashKind.SaltedSha1, new(), [], password));
        return portal.Db(db =>
        {
            db.Add(portal.Services.GetRequiredService<OldHashes>().Keep(EmailAddress.Parse(email), service, isConfirmed, null, hash));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
    }

    [GeneratedRegex(@"\b\d{3} \d{3}\b(?=\.)")]
    private static partial Regex Digits();
}
