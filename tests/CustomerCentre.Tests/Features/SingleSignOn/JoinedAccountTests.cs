using CustomerCentre.Tests.Features.Accounts.Passkeys;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CustomerCentre.Tests.Features.SingleSignOn;

/// <summary>What services see of a person whose two accounts became one.</summary>
public sealed class JoinedAccountTests
{
    private const string Other = "druha@example.cz";

    [Fact]
    public async Task Each_service_goes_on_with_the_sub_it_knew_and_one_that_knew_both_with_that_of_the_account_that_stays()
    {
        await using var world = new ServicePortal();
        using var mine = await world.Portal.SignedIn();
        using var theirs = await world.Portal.SignedIn(Other);
        var (own, other) = (await IdOf(world, "jana@example.cz"), await IdOf(world, Other));
        (await Subject(world.Mpohoda, mine)).ShouldBe($"{own}");
        var shop = await world.Shop.SignIn(theirs);
        (await world.Shop.Validate(shop.Id!)).Subject.ShouldBe($"{other}");
        (await Subject(world.Mpohoda, theirs)).ShouldBe($"{other}");

        await Join(mine);

        (await world.Shop.Refresh(shop.Refresh!)).IsSuccessStatusCode.ShouldBeFalse();
        (await Subject(world.Shop, mine)).ShouldBe($"{other}");
        (await Subject(world.Mpohoda, mine)).ShouldBe($"{own}");
        using var again = world.Portal.Browser();
        (await again.SignIn(Other)).Leads.ShouldNotBeNull();
        (await Subject(world.Shop, again)).ShouldBe($"{other}");
    }

    [Fact]
    public async Task Userinfo_is_that_of_the_one_account_under_the_known_sub()
    {
        await using var world = new ServicePortal();
        using var mine = await world.Portal.SignedIn();
        using var theirs = await world.Portal.SignedIn(Other);
        var subject = await Subject(world.Shop, theirs);
        await Join(mine);

        var tokens = await world.Shop.SignIn(mine);
        var info = await (await world.Shop.UserInfo(tokens.Access)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        info.ShouldContain(subject);
        info.ShouldContain("jana@example.cz");
    }

    [Fact]
    public async Task Services_are_told_of_each_end_by_the_sub_they_know()
    {
        await using var world = new ServicePortal();
        using var mine = await world.Portal.SignedIn();
        using var theirs = await world.Portal.SignedIn(Other);
        var subject = await Subject(world.Shop, theirs);
        await Join(mine);
        await world.Deliver();
        SubjectsTold(world).ShouldBe([subject]);

        await Subject(world.Shop, mine);
        await world.Portal.Db(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, world.Portal.Time.GetUtcNow())));
        await world.Deliver();
        SubjectsTold(world).ShouldBe([subject, subject]);
    }

    [Fact]
    public async Task A_hint_of_the_known_sub_is_about_the_same_person()
    {
        await using var world = new ServicePortal();
        using var mine = await world.Portal.SignedIn();
        using var theirs = await world.Portal.SignedIn(Other);
        var hint = (await world.Shop.SignIn(theirs)).Id!;
        (await mine.Get(world.Shop.Request(("id_token_hint", hint)))).Leads.ShouldNotBeNull().ShouldContain("/account/sign-in");
        await Join(mine);
        world.Shop.CodeIn(await mine.Get(world.Shop.Request(("id_token_hint", hint)))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Consents_come_along_and_the_services_are_listed_and_can_be_cut_off()
    {
        await using var world = new ServicePortal();
        using var mine = await world.Portal.SignedIn();
        using var theirs = await world.Portal.SignedIn(Other);
        var asked = await theirs.Get(world.Till.Request());
        asked.Leads.ShouldNotBeNull().ShouldStartWith("/connect/consent");
        var agreed = await theirs.Post(await theirs.Get(asked.Leads), "consent", ("Input.Agrees", "True"));
        world.Till.CodeIn(await theirs.Get(agreed.Leads!)).ShouldNotBeEmpty();
        await Join(mine);

        world.Till.CodeIn(await mine.Get(world.Till.Request())).ShouldNotBeEmpty();
        (await mine.Get("/account/services")).Text.ShouldContain("mKasa");
    }

    [Fact]
    public async Task A_passkey_of_the_other_account_signs_in_to_the_one()
    {
        await using var world = new ServicePortal();
        using var mine = await world.Portal.SignedIn();
        using var theirs = await world.Portal.SignedIn(Other);
        using var passkey = new SoftPasskey();
        await PasskeyTests.Add(theirs, passkey);
        await Join(mine);

        using var another = world.Portal.Browser();
        (await PasskeyTests.SignIn(another, passkey, "/account/profile")).Leads.ShouldBe("/account/profile");
        (await another.Get("/account/profile")).Text.ShouldContain("jana@example.cz");
        (await another.Get("/account/passkeys")).Text.ShouldContain("Můj telefon");
    }

    private static async Task<string> Subject(Service service, Browser browser) => (await service.Validate((await service.SignIn(browser)).Id!)).Subject;

    private static Task<Guid> IdOf(ServicePortal world, string email) => world.Portal.Db(db => db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());

    private static List<string> SubjectsTold(ServicePortal world) => world.News.Got.ConvertAll(news => new JsonWebToken(news.Token).Subject);

    /// <summary>Through the pages, as a person would.</summary>
    private static async Task Join(Browser browser)
    {
        var begun = await browser.Post(await browser.Get("/account/join"), "join", ("Input.Email", Other));
        var proven = await browser.Post(await browser.Get(begun.Leads!), "join-proof", ("Input.OwnPassword", Portal.Password), ("Input.OtherPassword", Portal.Password));
        proven.Leads.ShouldNotBeNull(proven.Text).ShouldEndWith("/confirm");
        var plan = await browser.Get(proven.Leads!);
        plan.Text.ShouldContain(Other);
        (await browser.Post(plan, "join-plan")).Leads.ShouldBe("/account/join?done=account");
    }
}
