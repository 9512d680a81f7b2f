using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Companies.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Companies.Partners;

public sealed class PartnerAccessTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task Checks_are_on_for_companies_and_off_for_persons_until_somebody_says_otherwise()
    {
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var consumer = await world.KnownConsumer();
        await world.Add(new Member(consumer.Id, me, MemberRole.Manager, world.Time.GetUtcNow()));
        (await Read(me)).ShouldSatisfyAllConditions(a => a.Allows.ShouldBeTrue(), a => a.IsDefault.ShouldBeTrue(), a => a.IsNaturalPerson.ShouldBeFalse());
        (await Read(me, "5678")).ShouldSatisfyAllConditions(a => a.Allows.ShouldBeFalse(), a => a.IsDefault.ShouldBeTrue(), a => a.IsNaturalPerson.ShouldBeTrue());

        (await world.Send(new SetPartnerChecks.Command("1234", false), me)).IsDone.ShouldBeTrue();
        (await world.Send(new SetPartnerChecks.Command("5678", true), me)).IsDone.ShouldBeTrue();
        (await world.Send(new SetPartnerChecks.Command("5678", true), me)).IsDone.ShouldBeTrue();
        ((await Read(me)).Allows, (await Read(me, "5678")).Allows).ShouldBe((false, true));
        (await world.Db(db => db.Audit.Select(entry => entry.Event).ToListAsync())).ShouldBe(["PartnerChecksForbidden", "PartnerChecksAllowed"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_partner_is_found_by_its_exact_code_or_register_number_alone()
    {
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.Partner("P1", "Počítače Novák", "45274649");
        await world.Partner("P2", "Pobočka Brno", "27082440");
        await world.Partner("P3", "Pobočka Plzeň", "27082440");

        foreach (var text in new[] { "P1", " p1 ", "45274649", "452 74 649" })
            (await Find(me, text)).Value.Partner.ShouldBe("Počítače Novák");
        foreach (var text in new[] { "P", "Počítače Novák", "4527464", "%" })
            (await Find(me, text)).Errors.Single().Message.ShouldBe(CompanyTrustTexts.PartnerUnknown);
        (await Find(me, "27082440")).Errors.Single().Message.ShouldContain("P2 (Pobočka Brno); P3 (Pobočka Plzeň)");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(PartnerGrant.LongestDays, true)]
    [InlineData(-1, false)]
    [InlineData(PartnerGrant.LongestDays + 1, false)]
    public async Task A_grant_lasts_to_the_end_of_its_last_day_and_a_year_at_most(int days, bool allowed)
    {
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.Partner();
        var last = world.Time.Today().AddDays(days);
        var answer = await Grant(me, until: last);
        answer.IsDone.ShouldBe(allowed);
        if (!allowed)
        {
            answer.Errors.Single().ShouldBe(new("Until", CompanyTrustTexts.UntilWrong));
            return;
        }

        (await Read(me)).Grants.Single().ShouldSatisfyAllConditions(grant => grant.Partner.ShouldBe("Prodejce"), grant => grant.Until.ShouldBe(BusinessCalendar.StartOf(last.AddDays(1))));
        world.Time.Advance(TimeSpan.FromDays(days + 1));
        (await Read(me)).Grants.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_grant_replaces_the_old_one_and_is_taken_back()
    {
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        await world.Partner();
        await Grant(me);
        var id = Guid.NewGuid();
        (await Grant(me, id: id, contacts: true)).IsDone.ShouldBeTrue();
        (await Grant(me, id: id, contacts: true)).IsDone.ShouldBeTrue();
        var grant = (await Read(me)).Grants.Single();
        (grant.Id, grant.ShowsLicenceNumbers, grant.ShowsContacts).ShouldBe((id, true, true));

        (await world.Send(new RevokeGrant.Command("1234", id), me)).IsDone.ShouldBeTrue();
        (await world.Send(new RevokeGrant.Command("1234", id), me)).IsDone.ShouldBeTrue();
        (await Read(me)).Grants.ShouldBeEmpty();
        (await world.Db(db => db.PartnerGrants.CountAsync(g => g.RevokedAt != null))).ShouldBe(2);
        (await world.Db(db => db.Audit.CountAsync(entry => entry.Event == "PartnerGrantRevoked"))).ShouldBe(1);
    }

    [Fact]
    public void A_grant_of_nothing_is_no_grant() =>
        new GrantPartner.Validator().Validate(new GrantPartner.Command { Id = Guid.NewGuid(), Partner = "P1", Until = new(2027, 1, 1) }).Errors
            .ShouldHaveSingleItem().ErrorMessage.ShouldBe(CompanyTrustTexts.GrantNothing);

    [Theory]
    [InlineData(MemberRole.Colleague)]
    [InlineData(MemberRole.Reader)]
    public async Task Others_see_it_and_change_nothing(MemberRole role)
    {
        var (me, stranger) = (await world.Account(), await world.Account("cizi@example.cz"));
        await world.KnownCompany(members: [(me, role)]);
        await world.Partner();
        (await Read(me)).IsManager.ShouldBeFalse();
        foreach (var (account, outcome) in new[] { (me, Outcome.Refused), (stranger, Outcome.NotFound) })
        {
            (await world.Send(new SetPartnerChecks.Command("1234", false), account)).Outcome.ShouldBe(outcome);
            (await Grant(account)).Outcome.ShouldBe(outcome);
            (await world.Send(new RevokeGrant.Command("1234", Guid.NewGuid()), account)).Outcome.ShouldBe(outcome);
            (await world.Send(new MakeCheckCode.Command { Number = "1234", IsMailed = false }, account)).Outcome.ShouldBe(outcome);
            (await world.Send(new WithdrawCheckCode.Command("1234", new string('0', CheckCode.HashLength)), account)).Outcome.ShouldBe(outcome);
            (await Find(account, "P1")).Outcome.ShouldBe(outcome);
        }

        (await world.Send(new ReadPartnerAccess.Query("1234"), stranger)).Outcome.ShouldBe(Outcome.NotFound);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<ReadPartnerAccess.Answer> Read(Guid me, string number = "1234") => (await world.Send(new ReadPartnerAccess.Query(number), me)).Value;

    private Task<Result<FindPartner.Answer>> Find(Guid me, string text) => world.Send(new FindPartner.Query { Number = "1234", Text = text }, me);

    private Task<Result<Nothing>> Grant(Guid me, Guid? id = null, DateOnly? until = null, bool contacts = false) => world.Send(
        new GrantPartner.Command
        {
            Id = id ?? Guid.NewGuid(),
            Number = "1234",
            Partner = "P1",
            ShowsNumbers = true,
            ShowsContacts = contacts,
            Until = until ?? world.Time.Today().AddDays(30),
        }, me);
}
