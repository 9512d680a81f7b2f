using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

public sealed class OldResetTests
{
    private const string NewPassword = "zelená lokomotiva v poli";

    [Fact]
    public async Task A_new_password_set_before_the_first_sign_in_counts_as_one()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        (await Ask(world)).IsDone.ShouldBeTrue();
        (await world.Accounts()).ShouldBe(0);
        var token = await world.Token();
        (await world.World.Send(new FindPasswordReset.Query(token))).Value.ShouldBe(new(LinkCondition.Valid, AccountWorld.Email));

        (await Set(world, token)).Value.Pending.ShouldBeNull();

        (await world.Waiting()).ShouldBeEmpty();
        (await world.Joined()).ShouldBe(["centre", "eshop"]);
        (await world.SignIn(password: OldWorld.Centre)).IsDone.ShouldBeFalse();
        (await world.SignIn(password: NewPassword)).IsDone.ShouldBeTrue();
        var receipt = (await world.Mail()).Last();
        receipt.Kind.ShouldBe("ServicesJoined");
        receipt.Text!.ShouldContain("právě nastavili");
    }

    [Fact]
    public async Task The_page_says_the_same_to_old_and_unknown_emails()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        var (old, unknown) = (await Ask(world), await Ask(world, "nikdo@example.cz"));
        (old.Outcome, old.Errors).ShouldBe((unknown.Outcome, unknown.Errors));
    }

    [Fact]
    public async Task Of_two_links_only_one_sets_a_password()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        await Ask(world);
        var first = await world.Token();
        await Ask(world);
        var second = await world.Token();

        var answers = await Task.WhenAll(((string[])[first, second, first]).Select(token => Task.Run(() => Set(world, token))));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await world.Accounts()).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_from_before_the_first_sign_in_is_over_with_it()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        await Ask(world);
        var token = await world.Token();
        await world.SignIn(password: OldWorld.Centre);
        (await Set(world, token)).IsDone.ShouldBeFalse();
        (await world.SignIn(password: OldWorld.Centre)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_member_brought_by_a_file_may_begin_with_a_new_password_too()
    {
        await using var world = new AccountWorld();
        await world.World.Account();
        await world.TwoOld();
        await Ask(world);
        await Set(world, await world.Token());
        (await world.Waiting()).ShouldBeEmpty();
        (await world.Accounts()).ShouldBe(1);
    }

    [Fact]
    public async Task Signing_up_with_an_old_email_leads_by_mail_to_signing_in()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        world.Hashes.Take();
        await world.SignUp();
        var work = world.Hashes.Take();
        await world.SignUp("nikdo@example.cz");

        world.Hashes.Take().ShouldBe(work);
        var mail = (await world.Mail()).Single();
        mail.Kind.ShouldBe("OldAccountExists");
        mail.Text.ShouldNotBeNull();
        mail.Text.ShouldContain("Zákaznické centrum, E-shop");
        mail.Text.ShouldContain("/account/sign-in");
        mail.Text.ShouldNotContain("token=");
    }

    [Fact]
    public async Task Who_has_a_password_here_is_not_told_of_old_ones()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.TwoOld();
        await world.SignUp();
        (await world.Mail()).Last().Kind.ShouldBe("AccountExists");
    }

    [Fact]
    public async Task A_sign_up_from_before_the_import_settles_what_it_brought()
    {
        await using var world = new AccountWorld();
        var id = await world.SignUp();
        await world.TwoOld();
        (await world.Confirm(await world.Token(), id)).IsDone.ShouldBeTrue();
        (await world.Waiting()).ShouldBeEmpty();
        (await world.World.Db(db => db.JoinedServices.Select(joined => joined.AccountId).Distinct().SingleAsync())).ShouldBe(id);
    }

    private static Task<Result<Nothing>> Ask(AccountWorld world, string email = AccountWorld.Email) => world.World.Send(new RequestPasswordReset.Command { Email = email });

    private static Task<Result<SignedIn>> Set(AccountWorld world, string token) => world.World.Send(new ResetPassword.Command { Token = token, Password = NewPassword });
}
