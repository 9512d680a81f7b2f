using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;

namespace CustomerCentre.Tests.Features.Support.Calls;

public sealed class SignInHelpTests
{
    private const string Email = "jana@example.cz";
    private const string Password = "modrý kolotoč v aleji";

    [Fact]
    public async Task Nothing_is_seen_or_done_without_an_open_look_up_and_nothing_for_a_stranger()
    {
        await using var world = await CallWorld.Begin();
        var stranger = await world.World.Account("cizi@example.cz");
        (await Inspect(world)).Outcome.ShouldBe(Outcome.Refused);
        (await world.AsAgent(new UnlockSignIn.Command(CallWorld.Number, world.Member))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.AsAgent(new MailPasswordLink.Command(CallWorld.Number, world.Member))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.AsAgent(new MailConfirmationAgain.Command(CallWorld.Number, world.Member))).Outcome.ShouldBe(Outcome.NotFound);

        await world.Open();
        (await Inspect(world)).IsDone.ShouldBeTrue();
        (await Inspect(world, stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.AsAgent(new MailPasswordLink.Command(CallWorld.Number, stranger))).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Mail("cizi@example.cz")).ShouldBeEmpty();

        world.World.Time.Advance(LookUp.Lasts);
        (await Inspect(world)).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task Another_agents_look_up_opens_nothing()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        var other = await world.Staff("druhy@example.cz", "Druhý", OperatorRole.Agent);
        (await world.AsAgent(new InspectAccount.Query(CallWorld.Number, world.Member), other)).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_person_locked_out_is_seen_so_unlocked_and_told()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        (await Inspect(world)).Value.LockedUntil.ShouldBeNull();
        foreach (var address in (string[])["192.0.2.1", "192.0.2.2"])
            await LockOut(world, Email, address);

        (await Inspect(world)).Value.LockedUntil.ShouldBe(world.World.Time.GetUtcNow().AddMinutes(15));
        (await world.AsAgent(new UnlockSignIn.Command(CallWorld.Number, world.Member))).IsDone.ShouldBeTrue();

        (await Inspect(world)).Value.LockedUntil.ShouldBeNull();
        foreach (var address in (string[])["192.0.2.1", "192.0.2.2"])
            (await Guess(world, Email, address)).ShouldContain("nesouhlasí");
        (await world.Mail(Email)).Single().Kind.ShouldBe("SignInUnlocked");
        (await world.Events()).Count(name => name == "SignInUnlocked").ShouldBe(1);
    }

    [Fact]
    public async Task Unlocking_twice_tells_once_and_the_lock_of_another_email_stays()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        await LockOut(world, Email, "192.0.2.1");
        await LockOut(world, "nikdo@example.cz", "192.0.2.1");

        await world.AsAgent(new UnlockSignIn.Command(CallWorld.Number, world.Member));
        await world.AsAgent(new UnlockSignIn.Command(CallWorld.Number, world.Member));

        (await world.Mail(Email)).Count.ShouldBe(1);
        (await Guess(world, "nikdo@example.cz", "192.0.2.1")).ShouldContain("příliš mnoho");
    }

    [Fact]
    public async Task After_unlocking_five_wrong_passwords_lock_again()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        await LockOut(world, Email, "192.0.2.1");
        await world.AsAgent(new UnlockSignIn.Command(CallWorld.Number, world.Member));
        await LockOut(world, Email, "192.0.2.1");
        (await Inspect(world)).Value.LockedUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_lock_is_shown_until_the_last_place_is_free()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        await LockOut(world, Email, "192.0.2.1");
        world.World.Time.Advance(TimeSpan.FromMinutes(10));
        await LockOut(world, Email, "192.0.2.2");
        var until = world.World.Time.GetUtcNow().AddMinutes(15);

        world.World.Time.Advance(TimeSpan.FromMinutes(10));
        (await Inspect(world)).Value.LockedUntil.ShouldBe(until);
        world.World.Time.Advance(TimeSpan.FromMinutes(5));
        (await Inspect(world)).Value.LockedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_link_to_a_new_password_goes_to_the_person_alone_and_three_times_an_hour()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        for (var i = 0; i < 3; i++)
            (await world.AsAgent(new MailPasswordLink.Command(CallWorld.Number, world.Member))).IsDone.ShouldBeTrue();
        (await world.AsAgent(new MailPasswordLink.Command(CallWorld.Number, world.Member))).Outcome.ShouldBe(Outcome.Invalid);

        (await world.Mail(Email)).ShouldAllBe(mail => mail.Kind == "ResetPassword" && mail.Text!.Contains("/account/reset-password?token="));
        (await world.Events()).Count(name => name == "PasswordLinkSentByStaff").ShouldBe(3);
        (await Inspect(world)).Value.HasPassword.ShouldBeFalse();
    }

    [Fact]
    public async Task A_waiting_sign_up_gets_its_mail_again()
    {
        await using var world = await CallWorld.Begin();
        await world.Open();
        (await world.AsAgent(new MailConfirmationAgain.Command(CallWorld.Number, world.Member))).Errors.Single().Message.ShouldContain("nic nečeká");
        await world.World.Send(new BeginSignUp.Command { Id = Guid.NewGuid(), Email = Email, Password = Password });
        (await Inspect(world)).Value.HasPendingSignUp.ShouldBeTrue();

        (await world.AsAgent(new MailConfirmationAgain.Command(CallWorld.Number, world.Member))).IsDone.ShouldBeTrue();

        (await world.Mail(Email)).Count.ShouldBe(2);
        (await world.Events()).ShouldContain("ConfirmationSentByStaff");
    }

    [Fact]
    public async Task The_panel_says_when_the_person_last_signed_in()
    {
        await using var world = await CallWorld.Begin(MemberRole.Manager);
        await world.Open();
        (await Inspect(world)).Value.LastSignInAt.ShouldBeNull();
        await world.World.Add(new Session(world.Member, "192.0.2.1", "Browser", world.World.Time.GetUtcNow()));

        var seen = (await Inspect(world)).Value;
        (seen.LastSignInAt, seen.OpenSessions, seen.Role, seen.ConfirmedAt).ShouldBe((world.World.Time.GetUtcNow(), 1, MemberRole.Manager, world.World.Time.GetUtcNow()));
    }

    private static Task<Result<InspectAccount.Answer>> Inspect(CallWorld world, Guid? account = null) =>
        world.AsAgent(new InspectAccount.Query(CallWorld.Number, account ?? world.Member));

    private static async Task LockOut(CallWorld world, string email, string address)
    {
        for (var i = 0; i < 5; i++)
            (await Guess(world, email, address)).ShouldContain("nesouhlasí");
        (await Guess(world, email, address)).ShouldContain("příliš mnoho");
    }

    private static async Task<string> Guess(CallWorld world, string email, string address) =>
        (await world.World.Send(new SignIn.Command { Email = email, Password = Password }, address: address)).Errors.Single().Message;
}
