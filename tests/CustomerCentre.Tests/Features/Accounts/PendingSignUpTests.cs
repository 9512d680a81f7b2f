using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Accounts;

/// <summary>Which sign-ups <see cref="PendingSignUp"/> still reckons with.</summary>
public sealed class PendingSignUpTests
{
    [Fact]
    public async Task A_sign_up_waits_until_it_is_confirmed_or_its_link_is_too_old()
    {
        await using var world = new World();
        var (mine, theirs) = (SignUp("jana@example.cz", world), SignUp("petr@example.cz", world));
        await world.Add(mine, SignUp("jana@example.cz", world), theirs);

        (await Waiting(world)).Count.ShouldBe(2);
        await world.Db(db => db.SignUps.Where(s => s.Id == mine.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, world.Time.GetUtcNow())));
        (await Waiting(world)).ShouldNotContain(mine.Id);

        world.Time.Advance(AccountLetters.SignUpLives - TimeSpan.FromTicks(1));
        (await Waiting(world)).Count.ShouldBe(1);
        world.Time.Advance(TimeSpan.FromTicks(1));
        (await Waiting(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_email_in_other_letters_is_the_same_sign_up()
    {
        await using var world = new World();
        var mine = SignUp("Jana@example.cz", world);
        await world.Add(mine);
        (await Waiting(world)).ShouldBe([mine.Id]);
    }

    private static Task<List<Guid>> Waiting(World world) =>
        world.Db(db => db.PendingSignUps(EmailAddress.Parse("jana@example.cz"), world.Time.GetUtcNow()).Select(s => s.Id).ToListAsync());

    private static SignUp SignUp(string email, World world) => new(Guid.CreateVersion7(), EmailAddress.Parse(email), "hash", "cs", null, world.Time.GetUtcNow());
}
