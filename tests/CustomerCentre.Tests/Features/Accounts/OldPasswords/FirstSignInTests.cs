using CustomerCentre.Domain.Customers;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

public sealed class FirstSignInTests
{
    [Theory]
    [InlineData(OldWorld.Centre, OldWorld.Shop)]
    [InlineData(OldWorld.Shop, OldWorld.Centre)]
    public async Task Whichever_old_password_is_used_becomes_the_only_one(string used, string other)
    {
        await using var world = new AccountWorld();
        await world.TwoOld();

        (await world.SignIn(password: used)).Value.Pending.ShouldBeNull();

        (await world.SignIn(password: other)).Errors.Single().Message.ShouldContain("nesouhlasí");
        (await world.SignIn("JANA@example.cz", used)).IsDone.ShouldBeTrue();
        (await world.Waiting()).ShouldBeEmpty();
        (await world.Joined()).ShouldBe(["centre", "eshop"]);
        (await world.Accounts()).ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_password_creates_and_changes_nothing()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        (await world.SignIn(password: "špatné heslo z kopce")).IsDone.ShouldBeFalse();
        (await world.Waiting()).ShouldBe(["centre", "eshop"]);
        (await world.Accounts()).ShouldBe(0);
        (await world.Mail()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_receipt_says_what_is_joined_and_which_password_lives_but_not_the_password()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();
        await world.SignIn(password: OldWorld.Shop);

        var receipt = (await world.Mail()).Single();
        receipt.Kind.ShouldBe("ServicesJoined");
        receipt.Text.ShouldNotBeNull();
        receipt.Text.ShouldContain("Zákaznické centrum, E-shop");
        receipt.Text.ShouldContain("ve službě E-shop");
        receipt.Text.ShouldContain("už neplatí: Zákaznické centrum");
        receipt.Text.ShouldContain("10. 11. 2026");
        receipt.Text.ShouldNotContain(OldWorld.Shop);
    }

    [Fact]
    public async Task Of_two_right_passwords_at_once_one_wins()
    {
        await using var world = new AccountWorld();
        await world.TwoOld();

        var answers = await Task.WhenAll(((string[])[OldWorld.Centre, OldWorld.Shop, OldWorld.Centre, OldWorld.Shop]).Select(password => Task.Run(() => world.SignIn(password: password))));

        var lives = (await world.SignIn(password: OldWorld.Centre)).IsDone;
        (await world.SignIn(password: OldWorld.Shop)).IsDone.ShouldBe(!lives);
        answers.Where((_, i) => i % 2 == (lives ? 1 : 0)).ShouldAllBe(answer => !answer.IsDone);
        answers.ShouldContain(answer => answer.IsDone);
        (await world.Accounts()).ShouldBe(1);
        (await world.Mail()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_member_brought_by_a_file_gets_the_password_and_stays_a_member()
    {
        await using var world = new AccountWorld();
        var account = await world.World.Account();
        await world.World.KnownCompany(members: [(account, MemberRole.Colleague)]);
        await world.TwoOld();
        (await world.SignIn(password: OldWorld.Centre)).Value.AccountId.ShouldBe(account);
        (await world.World.Db(db => db.Members.SingleAsync())).Role.ShouldBe(MemberRole.Colleague);
    }

    [Theory]
    [InlineData("centre", true)]
    [InlineData("eshop", false)]
    public async Task A_contact_of_the_old_centre_lands_in_the_company(string service, bool lands)
    {
        await using var world = new AccountWorld();
        await world.World.KnownCompany(contact: AccountWorld.Email);
        await world.Old(service, OldWorld.Centre);
        var account = (await world.SignIn(password: OldWorld.Centre)).Value.AccountId;
        (await world.World.Db(db => db.Members.Where(member => member.AccountId == account).Select(member => (MemberRole?)member.Role).SingleOrDefaultAsync()))
            .ShouldBe(lands ? MemberRole.Manager : null);
    }

    [Fact]
    public async Task An_account_with_a_password_is_never_opened_by_an_old_one()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.TwoOld();
        (await world.SignIn(password: OldWorld.Centre)).IsDone.ShouldBeFalse();
        (await world.Waiting()).Count.ShouldBe(2);
        (await world.SignIn()).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_email_brings_no_second_old_password()
    {
        await using var world = new AccountWorld();
        await world.Old("centre", OldWorld.Centre);
        await world.Old("eshop", OldWorld.Shop, email: "nova@example.cz");
        await world.SignIn(password: OldWorld.Centre);
        await world.World.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, "nova@example.cz").SetProperty(a => a.NormalizedEmail, "NOVA@EXAMPLE.CZ")));

        (await world.SignIn("nova@example.cz", OldWorld.Shop)).IsDone.ShouldBeFalse();
        (await world.SignIn("nova@example.cz", OldWorld.Centre)).IsDone.ShouldBeTrue();
        (await world.SignIn(password: OldWorld.Centre)).IsDone.ShouldBeFalse();
        (await world.Joined()).ShouldBe(["centre"]);
    }

    [Fact]
    public async Task A_password_of_a_service_that_is_gone_from_the_settings_opens_nothing()
    {
        await using var world = new AccountWorld();
        await world.Old("zaniklá", OldWorld.Centre);
        (await world.SignIn(password: OldWorld.Centre)).IsDone.ShouldBeFalse();
    }
}
