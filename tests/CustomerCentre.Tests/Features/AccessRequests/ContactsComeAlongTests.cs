using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Tests.Features.Accounts;
using CustomerCentre.Tests.Features.Accounts.OldPasswords;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.AccessRequests;

/// <summary>Who comes from the old Customer Centre for the first time, and which companies come along.</summary>
public sealed class ContactsComeAlongTests
{
    [Fact]
    public async Task A_contact_of_two_companies_leads_the_one_nobody_leads_and_the_other_hears_of_it()
    {
        await using var world = new AccountWorld();
        var boss = await world.World.Account("vedouci@example.cz");
        var alone = await world.World.KnownCompany("1234", contact: AccountWorld.Email);
        var led = await world.World.KnownCompany("1235", "45274649", AccountWorld.Email, [(boss, MemberRole.Manager)]);

        var roles = await Come(world);

        roles.ShouldBe(new Dictionary<Guid, MemberRole> { [alone.Id] = MemberRole.Manager, [led.Id] = MemberRole.Colleague }, ignoreOrder: true);
        (await world.Mail("vedouci@example.cz")).ShouldHaveSingleItem().Text!.ShouldContain(AccountWorld.Email);
    }

    [Fact]
    public async Task Another_spelling_of_the_email_is_the_same_contact()
    {
        await using var world = new AccountWorld();
        var company = await world.World.KnownCompany(contact: AccountWorld.Email.ToUpperInvariant());
        (await Come(world)).Keys.ShouldBe([company.Id]);
    }

    [Fact]
    public async Task A_known_duplicate_of_a_company_brings_nobody()
    {
        await using var world = new AccountWorld();
        var (primary, duplicate) = (await world.World.KnownCompany(), await world.World.KnownCompany("1235", "45274649", AccountWorld.Email));
        await world.World.Db(async db =>
        {
            (await db.Customers.SingleAsync(customer => customer.Id == duplicate.Id)).MarkDuplicateOf(primary.Id);
            return await db.SaveChangesAsync();
        });
        (await Come(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_whom_a_company_said_that_was_not_us_does_not_come_back_by_an_old_password()
    {
        await using var world = new AccountWorld();
        var account = await world.World.Account(AccountWorld.Email);
        var company = await world.World.KnownCompany(contact: AccountWorld.Email);
        var now = world.World.Time.GetUtcNow();
        await world.World.Add(AccessRequest.DisputeOf(new Member(company.Id, account, MemberRole.Colleague, now), company.Number, now));
        (await Come(world)).ShouldBeEmpty();
    }

    private static async Task<Dictionary<Guid, MemberRole>> Come(AccountWorld world)
    {
        await world.Old("centre", OldWorld.Centre);
        var account = (await world.SignIn(password: OldWorld.Centre)).Value.AccountId;
        return await world.World.Db(db => db.Members.Where(member => member.AccountId == account).ToDictionaryAsync(member => member.CustomerId, member => member.Role));
    }
}
