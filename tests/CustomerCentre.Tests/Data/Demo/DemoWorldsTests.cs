using CustomerCentre.Data;
using CustomerCentre.Data.Demo;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data.Demo;

public sealed class DemoWorldsTests
{
    /// <summary>Days on which the worlds must hold what they promise: the turn of a year, a leap day, late in the year.</summary>
    public static TheoryData<string> Days => ["2026-11-10", "2026-12-31", "2027-01-01", "2028-02-29", "2027-08-31"];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_company_has_one_licence_that_ends_soon_and_one_that_has_ended(string day)
    {
        await using var world = await Loaded(day);
        var (today, firma) = (world.Time.Today(), await AccountOf(world, SignIn.Company));
        var licences = await world.Db(db => db.Licences.Include(l => l.SupportPeriods).Include(l => l.BaseLicence).Include(l => l.Numbers)
            .Where(l => db.Members.Any(m => m.AccountId == firma && m.CustomerId == l.CustomerId)).ToListAsync());
        licences.Count(licence => licence.Kind.IsAddOn()).ShouldBe(1);
        var answers = licences.Where(licence => !licence.Kind.IsAddOn()).Select(licence => SupportEntitlement.On(licence, today)).ToList();
        answers.Count.ShouldBe(3);
        answers.Count(answer => answer.Reason == EntitlementReason.Expired).ShouldBe(1);
        answers.Count(answer => answer.IsEntitled && answer.Until == new DateOnly(today.Year, 12, 31)).ShouldBe(1);
        licences.Count(licence => licence.PartnerId is not null).ShouldBe(2);
    }

    [Fact]
    public async Task Everybody_is_there_made_up_and_able_to_sign_in()
    {
        await using var world = await Loaded();
        var accounts = await world.Db(db => db.Users.ToListAsync());
        accounts.Select(account => account.Email!).ShouldBe(SignIn.All.Select(person => person.Email), ignoreOrder: true);
        accounts.ShouldAllBe(account => account.IsDemo && account.EmailConfirmed && account.Name != null);
        var hasher = world.Services.GetRequiredService<IPasswordHasher<Account>>();
        accounts.ShouldAllBe(account => hasher.VerifyHashedPassword(account, account.PasswordHash!, DemoAccounts.Password) == PasswordVerificationResult.Success);
        var (visitor, accountant, consumer) = (await AccountOf(world, SignIn.Visitor), await AccountOf(world, SignIn.Accountant), await AccountOf(world, SignIn.Consumer));
        (await world.Db(db => db.Members.CountAsync(m => m.AccountId == visitor))).ShouldBe(0);
        (await world.Db(db => db.Members.CountAsync(m => m.AccountId == accountant))).ShouldBe(12);
        (await world.Db(db => db.Customers.SingleAsync(c => c.Members.Any(m => m.AccountId == consumer)))).Details.RegistrationNumber.ShouldBeNull();
        (await world.Db(db => db.Drafts.SingleAsync())).AccountId.ShouldBe(await AccountOf(world, SignIn.HalfWay));
        (await world.Db(db => db.StaffMembers.CountAsync())).ShouldBe(4);
        (await world.Db(db => db.PartnerMembers.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_partner_has_twenty_licences_of_our_format_that_can_be_registered()
    {
        await using var world = await Loaded();
        var partner = await AccountOf(world, SignIn.Partner);
        var stock = await world.Db(db => db.Licences.Include(l => l.Numbers)
            .Where(l => l.State == LicenceState.Sold && db.PartnerMembers.Any(m => m.AccountId == partner && m.PartnerId == l.PartnerId)).ToListAsync());
        stock.Count.ShouldBe(20);
        stock.ShouldAllBe(licence => licence.Numbers.Single().Number.IsOurs);
        stock.ShouldAllBe(licence => licence.RefusalFor(licence.Numbers.Single().Number, new Purchase(world.Time.Today(), null), false, false, world.Time.Today()) == null);
        var toTry = await world.Db(db => DemoWorlds.NumbersToTry(db, TestContext.Current.CancellationToken));
        toTry.Count.ShouldBe(3);
        toTry.ShouldAllBe(number => stock.Any(licence => licence.Numbers.Single().Number == LicenceNumber.Parse(number)));
    }

    [Fact]
    public async Task Companies_are_made_up_with_numbers_that_pass_the_check()
    {
        await using var world = await Loaded();
        var numbers = await world.Db(db => db.Customers.Select(c => c.Details.RegistrationNumber).ToListAsync());
        numbers.OfType<RegistrationNumber>().Count().ShouldBe(13);
        numbers.OfType<RegistrationNumber>().ShouldAllBe(number => number.Value.StartsWith("99") && !number.HasWrongCheckDigit(Country.Czechia));
    }

    [Fact]
    public async Task A_database_that_holds_anything_is_left_alone()
    {
        await using var world = new World();
        await world.Account();
        await Load(world);
        (await world.Db(db => db.Users.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.Products.CountAsync())).ShouldBe(0);
    }

    private static async Task<World> Loaded(string day = "2026-11-10")
    {
        var world = new World();
        world.Time.AdjustTime(new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(11, 0), TimeSpan.Zero));
        await Load(world);
        return world;
    }

    private static async Task Load(World world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await DemoWorlds.LoadIfEmpty(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    private static Task<Guid> AccountOf(World world, string email) => world.Db(db => db.Users.Where(account => account.Email == email).Select(account => account.Id).SingleAsync());
}
