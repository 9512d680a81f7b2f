using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Profile;

namespace CustomerCentre.Tests.Features.Accounts.Profile;

public sealed class ChangePasswordTests
{
    private const string New = "zelená lokomotiva v poli";

    [Fact]
    public async Task The_new_password_is_the_only_one_and_other_devices_are_signed_out()
    {
        await using var world = new AccountWorld();
        var (here, there) = (await world.Account(), (await world.SignIn()).Value);

        (await world.As(here, new ChangePassword.Command { OldPassword = AccountWorld.Password, Password = New })).IsDone.ShouldBeTrue();

        (await world.Lives(here), await world.Lives(there)).ShouldBe((true, false));
        (await world.SignIn()).IsDone.ShouldBeFalse();
        (await world.SignIn(password: New)).IsDone.ShouldBeTrue();
        (await world.Mail()).ShouldContain(mail => mail.Kind == "PasswordChanged" && mail.Text!.Contains(SecurityLetters.NotMePath));
    }

    [Fact]
    public async Task A_wrong_old_password_changes_nothing_and_counts_as_a_wrong_sign_in()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        for (var i = 0; i < 5; i++)
            (await world.As(here, new ChangePassword.Command { OldPassword = "špatné heslo z kopce", Password = New })).Errors.Single().Field.ShouldBe("OldPassword");

        (await world.As(here, new ChangePassword.Command { OldPassword = AccountWorld.Password, Password = New })).Errors.Single().Message.ShouldContain("příliš mnoho");
        (await world.SignIn(password: New)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_weak_password_is_refused_at_its_field()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        (await world.As(here, new ChangePassword.Command { OldPassword = AccountWorld.Password, Password = "jana@example" })).Errors.Single().Field.ShouldBe("Password");
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_wins()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() =>
            world.As(here, new ChangePassword.Command { OldPassword = AccountWorld.Password, Password = $"{New} číslo {i}" }))));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_to_a_new_password_asked_for_before_is_worth_nothing()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        await world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email });
        var link = await world.Token();
        await world.As(here, new ChangePassword.Command { OldPassword = AccountWorld.Password, Password = New });
        (await world.World.Send(new ResetPassword.Command { Token = link, Password = "modrý vlak jede lesem" })).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hundred_requests_for_a_link_at_once_send_five_mails()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => world.World.Send(new RequestPasswordReset.Command { Email = AccountWorld.Email }))));
        (await world.Mail()).Count(mail => mail.Kind == "ResetPassword").ShouldBeLessThanOrEqualTo(5);
    }
}
