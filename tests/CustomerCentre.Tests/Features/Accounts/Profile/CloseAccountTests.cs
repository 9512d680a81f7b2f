using CustomerCentre.Data.Retention;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Tests.Features.Accounts.Profile;

public sealed class CloseAccountTests
{
    [Fact]
    public async Task A_closed_account_is_signed_out_everywhere_and_its_person_told()
    {
        await using var world = new AccountWorld();
        var (here, there) = (await world.Account(), (await world.SignIn()).Value);
        await Close(world, here);
        (await world.Lives(here), await world.Lives(there)).ShouldBe((false, false));
        (await world.Mail())[^1].Kind.ShouldBe("AccountClosed");
        (await world.Mail())[^1].Text!.ShouldContain("10. 12. 2026");
    }

    [Fact]
    public async Task Signing_in_offers_to_open_it_again_and_opens_no_session_before()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        await Close(world, here);

        var waiting = (await world.SignIn()).Value;
        (waiting.SessionId, waiting.Pending!.Next).ShouldBe((Guid.Empty, SignInSteps.Reopening));
        var ticket = world.World.Services.GetRequiredService<PendingSignInCookie>().Protect(waiting.Pending!);
        var back = (await world.World.Send(new ReopenAccount.Command { Ticket = ticket })).Value;

        (await world.Lives(back)).ShouldBeTrue();
        (await world.SignIn()).Value.Pending.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_reopens_without_a_sign_in()
    {
        await using var world = new AccountWorld();
        await Close(world, await world.Account());
        (await world.World.Send(new ReopenAccount.Command { Ticket = "forged" })).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task After_thirty_days_nothing_of_the_person_is_left()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        var consent = new OpenIddictEntityFrameworkCoreAuthorization<Guid> { Id = Guid.CreateVersion7(), Subject = $"{here.AccountId}", Type = "permanent", Status = "valid" };
        await world.World.Add(consent, new OpenIddictEntityFrameworkCoreToken<Guid> { Id = Guid.CreateVersion7(), Subject = $"{here.AccountId}", Authorization = consent });
        await Close(world, here);
        await Tidy(world, 29);
        (await world.SignIn()).IsDone.ShouldBeTrue();

        await Tidy(world, 2);

        (await world.World.Db(db => db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().CountAsync())).ShouldBe(0);
        (await world.SignIn()).IsDone.ShouldBeFalse();
        var left = await world.World.Db(db => db.Users.SingleAsync(account => account.Id == here.AccountId));
        (left.Email, left.Name, left.PasswordHash, left.EmailConfirmed, left.IsAnonymous).ShouldBe(($"{left.Id:n}@closed.invalid", null, null, false, true));
        (await world.World.Db(db => db.Sessions.AnyAsync(session => session.AccountId == here.AccountId))).ShouldBeFalse();
        (await world.Mail()).ShouldBeEmpty();
        (await world.Account()).AccountId.ShouldNotBe(here.AccountId);
    }

    [Fact]
    public async Task An_account_that_was_opened_again_stays()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        await Close(world, here);
        await world.World.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.ClosedAt, (DateTimeOffset?)null)));
        await Tidy(world, 40);
        (await world.SignIn()).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_works_for_the_operator_gives_the_role_back_first()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        await world.World.Add(new StaffMember(here.AccountId, OperatorRole.Administrator, world.World.Time.GetUtcNow()));
        (await world.As(here, new CloseAccount.Command { Password = AccountWorld.Password })).IsDone.ShouldBeFalse();
        (await world.Lives(here)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stranger_at_an_open_window_cannot_close_it()
    {
        await using var world = new AccountWorld();
        var here = await world.Account();
        (await world.As(here, new CloseAccount.Command { Password = "špatné heslo z kopce" })).Errors.Single().Field.ShouldBe("Password");
        (await world.Lives(here)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_company_that_would_be_left_without_a_manager_is_named_and_stays_without_members()
    {
        await using var world = new AccountWorld();
        var (here, other) = (await world.Account(), await world.Account("petr@example.cz"));
        var alone = await world.World.KnownCompany("1234", members: [(here.AccountId, MemberRole.Manager), (other.AccountId, MemberRole.Colleague)]);
        var shared = await world.World.KnownCompany("1235", "45274649", members: [(here.AccountId, MemberRole.Manager), (other.AccountId, MemberRole.Manager)]);

        (await world.As(here, new ReadClosing.Query())).Value.OnlyManagerOf.Single().Number.ShouldBe("1234");

        await Close(world, here);
        await Tidy(world, 31);
        var left = await world.World.Db(db => db.Members.Select(member => new { member.CustomerId, member.AccountId }).ToListAsync());
        left.ShouldBe([new { CustomerId = alone.Id, other.AccountId }, new { CustomerId = shared.Id, other.AccountId }], ignoreOrder: true);
        (await world.World.Db(db => db.Customers.CountAsync())).ShouldBe(2);
    }

    private static async Task Close(AccountWorld world, SignedIn person) =>
        (await world.As(person, new CloseAccount.Command { Password = AccountWorld.Password })).IsDone.ShouldBeTrue();

    private static async Task Tidy(AccountWorld world, int days)
    {
        world.World.Time.Advance(TimeSpan.FromDays(days));
        await using var scope = world.World.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Tidying>().Run(TestContext.Current.CancellationToken);
    }
}
