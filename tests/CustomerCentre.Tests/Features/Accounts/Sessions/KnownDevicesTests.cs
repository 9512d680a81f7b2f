using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.Sessions;

public sealed class KnownDevicesTests
{
    [Theory]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.0.2.77", false)]
    [InlineData("198.51.100.1", true)]
    [InlineData("2001:db8:1::1", true)]
    public async Task A_sign_in_from_elsewhere_is_mailed(string address, bool isTold)
    {
        await using var world = new AccountWorld();
        await world.Account();
        (await world.SignIn(address: address)).IsDone.ShouldBeTrue();
        (await Letters(world)).ShouldBe(isTold ? 1 : 0);
    }

    [Fact]
    public async Task The_same_place_is_mailed_once()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.SignIn(address: "2001:db8:1:2::1");
        await world.SignIn(address: "2001:db8:1:3::9");
        (await Letters(world)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_back_after_everything_was_forgotten_is_told()
    {
        await using var world = new AccountWorld();
        var id = await world.World.Account("jana@posta.example");
        await world.World.Db(db =>
        {
            db.Users.Single(account => account.Id == id).PasswordHash = $"hash of {AccountWorld.Password}";
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        world.World.Time.Advance(TimeSpan.FromDays(200));

        (await world.SignIn("jana@posta.example")).IsDone.ShouldBeTrue();

        (await world.Mail("jana@posta.example")).Single().Kind.ShouldBe("NewDevice");
    }

    [Fact]
    public async Task A_trusted_browser_is_known_wherever_it_is()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        var token = TrustedBrowser.NewToken();
        await world.World.Add(TrustedBrowser.Create(person.AccountId, token, "192.0.2.1", "", world.World.Time.GetUtcNow()));
        await using var scope = world.World.Services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        (user.Address, user.TrustToken) = ("198.51.100.1", token);

        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new SignIn.Command { Email = AccountWorld.Email, Password = AccountWorld.Password }, TestContext.Current.CancellationToken);

        (answer.IsDone, await Letters(world)).ShouldBe((true, 0));
    }

    [Fact]
    public async Task A_wrong_password_mails_nothing()
    {
        await using var world = new AccountWorld();
        await world.Account();
        await world.SignIn(password: "špatné heslo z kopce", address: "198.51.100.1");
        (await Letters(world)).ShouldBe(0);
    }

    private static async Task<int> Letters(AccountWorld world) => (await world.Mail()).Count(mail => mail.Kind == "NewDevice");
}
