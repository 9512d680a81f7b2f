using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Shell;

public sealed class CreateAdministratorTests
{
    [Fact]
    public async Task The_first_administrator_gets_an_account_and_a_link_to_set_the_password()
    {
        await using var world = new World();
        var token = (await Create(world, "spravce@example.com")).ShouldNotBeNull();
        var account = await world.Db(db => db.Users.SingleAsync());
        (account.EmailConfirmed, account.PasswordHash).ShouldBe((true, null));
        (await world.Db(db => db.StaffMembers.SingleAsync())).Role.ShouldBe(OperatorRole.Administrator);
        var link = await world.Db(db => db.MailedLinks.SingleAsync());
        (link.TokenHash, link.Purpose, link.SubjectId).ShouldBe((MailedLink.HashOf(token), LinkPurpose.ResetPassword, account.Id));
        link.StateAt(world.Time.GetUtcNow().AddHours(23)).ShouldBe(LinkState.Valid);
        link.StateAt(world.Time.GetUtcNow().AddHours(24)).ShouldBe(LinkState.Expired);
        (await world.Db(db => db.Audit.SingleAsync())).SubjectId.ShouldBe(account.Id);
    }

    [Fact]
    public async Task An_account_that_exists_is_taken()
    {
        await using var world = new World();
        var account = await world.Account("Spravce@example.com");
        await Create(world, "spravce@EXAMPLE.com");
        (await world.Db(db => db.StaffMembers.SingleAsync())).AccountId.ShouldBe(account);
    }

    [Fact]
    public async Task A_second_administrator_must_be_asked_for()
    {
        await using var world = new World();
        await Create(world, "prvni@example.com");
        (await Create(world, "druhy@example.com")).ShouldBeNull();
        (await world.Db(db => db.Users.CountAsync())).ShouldBe(1);
        (await Create(world, "druhy@example.com", isAnother: true)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_lost_the_link_gets_a_new_one_and_the_old_one_dies()
    {
        await using var world = new World();
        var first = await Create(world, "spravce@example.com");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        (await Create(world, "spravce@example.com")).ShouldNotBeNull();
        var old = await world.Db(db => db.MailedLinks.SingleAsync(link => link.TokenHash == MailedLink.HashOf(first!)));
        old.StateAt(world.Time.GetUtcNow()).ShouldBe(LinkState.Expired);
    }

    private static async Task<string?> Create(World world, string email, bool isAnother = false)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await CreateAdministrator.Create(scope.ServiceProvider, EmailAddress.Parse(email), isAnother);
    }
}
