using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.TwoFactor;

/// <summary>Changes to the way into an account ask for its second factor too.</summary>
public sealed class OwnFactorTests
{
    private const string Wanted = "nova@example.cz";

    [Fact]
    public async Task An_email_is_not_changed_without_the_second_factor()
    {
        await using var world = await FactorWorld.Create();
        var (key, _) = await world.TurnAppOn();

        (await Change(world, null)).Errors.Single().Field.ShouldBe(nameof(ChangeEmail.Command.Code));
        (await Change(world, "000000")).Errors.Single().Field.ShouldBe(nameof(ChangeEmail.Command.Code));
        (await world.Accounts.Mail(Wanted)).ShouldBeEmpty();
        (await Change(world, world.CodeOf(key))).IsDone.ShouldBeTrue();
        (await world.Accounts.Mail(Wanted)).Count.ShouldBe(1);
        // A code works once.
        (await Change(world, world.CodeOf(key))).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task An_account_is_not_closed_without_it_and_a_recovery_code_will_do()
    {
        await using var world = await FactorWorld.Create();
        var (_, codes) = await world.TurnAppOn();

        (await Close(world, null)).IsDone.ShouldBeFalse();
        (await world.Accounts.World.Db(db => db.Users.SingleAsync())).ClosedAt.ShouldBeNull();
        (await Close(world, codes[0])).IsDone.ShouldBeTrue();
        (await world.Accounts.World.Db(db => db.Users.SingleAsync())).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_code_is_mailed_to_who_has_codes_by_email_alone()
    {
        await using var world = await FactorWorld.Create();
        (await world.Send(new SendOwnCode.Command())).Outcome.ShouldBe(Outcome.NotFound);
        await world.TurnMailOn();
        (await world.Send(new SendOwnCode.Command())).IsDone.ShouldBeTrue();
        (await Change(world, await world.MailedCode())).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Guesses_are_limited_as_those_of_a_sign_in_and_without_a_factor_nothing_is_asked()
    {
        await using var world = await FactorWorld.Create();
        (await Change(world, null)).IsDone.ShouldBeTrue();
        await world.TurnAppOn();
        for (var i = 0; i < 5; i++)
            (await Change(world, "000000")).Errors.Single().Message.ShouldNotContain("minut");
        (await Change(world, "000000")).Errors.Single().Message.ShouldContain("minut");
    }

    [Theory]
    [InlineData("/account/change-email")]
    [InlineData("/account/close")]
    public async Task The_pages_ask_for_it_where_there_is_one(string address)
    {
        await using var portal = new Portal();
        using var browser = await portal.SignedIn();
        (await browser.Get(address)).Document.QuerySelector("[name='Input.Code']").ShouldBeNull();
        await browser.Post(await browser.Get("/account/two-factor/mail"), "mail", ("Input.Password", Portal.Password));

        var page = await browser.Get(address);
        page.Document.QuerySelector("[name='Input.Code']").ShouldNotBeNull();
        (await browser.Post(page, "own-code")).Text.ShouldContain("Kód jsme poslali na e-mail účtu");
    }

    private static Task<Result<Nothing>> Change(FactorWorld world, string? code) =>
        world.Send(new ChangeEmail.Command { Email = Wanted, Password = AccountWorld.Password, Code = code });

    private static Task<Result<Nothing>> Close(FactorWorld world, string? code) => world.Send(new CloseAccount.Command { Password = AccountWorld.Password, Code = code });
}
