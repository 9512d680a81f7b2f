using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.PartnerStatus;

public sealed class StatusDeskTests
{
    [Fact]
    public async Task A_pair_that_holds_tells_the_lines_and_stands_in_the_history()
    {
        await using var world = new World();
        var (partner, customer) = (await world.AskingPartner(), await world.Holder());

        var answer = (await world.Ask(partner, (" 12 34", "25313142"))).Answer!;

        answer.AsOf.ShouldBe(world.Time.GetUtcNow());
        answer.Customers.Single().Lines.ShouldBe([new PartnerEntitlement("POHODA", true, new DateOnly(2026, 12, 31))]);
        var check = (await world.Checks()).ShouldHaveSingleItem();
        (check.CustomerId, check.PartnerId, check.AccountId, check.Channel, check.Purpose, check.At)
            .ShouldBe((customer.Id, partner, (Guid?)null, CheckChannel.Api, CheckPurpose.Support, world.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Zeros_before_a_register_number_do_not_matter_and_earlier_numbers_still_lead()
    {
        await using var world = new World();
        var (partner, customer) = (await world.AskingPartner(), await world.Holder(register: "00006947"));
        await world.Add(new IssuedNumber(CustomerNumber.Parse("4321"), customer.Id, world.Time.GetUtcNow()) { IsCurrent = false });

        (await world.Ask(partner, ("4321", "6947"), ("1234", "0006947"))).Answer!.Customers.ShouldAllBe(status => status.IsRegistered);
    }

    [Fact]
    public async Task A_wrong_pair_an_unknown_number_and_who_does_not_allow_it_read_the_same()
    {
        await using var world = new World();
        var partner = await world.AskingPartner();
        await world.Holder();
        await world.Say(await world.Holder("5678", "45274649"), false);

        var answer = (await world.Ask(partner, ("1234", "45274649"), ("9999", "25313142"), ("5678", "45274649"))).Answer!;

        answer.Customers.ShouldAllBe(status => ReferenceEquals(status, CustomerStatus.Unknown));
        (await world.Checks()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_natural_person_is_unknown_until_partners_are_allowed()
    {
        await using var world = new World();
        var partner = await world.AskingPartner();
        var trader = await world.Holder();
        await world.Db(db => db.Customers.Where(c => c.Id == trader.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Details.Kind, CustomerKind.SoleTrader)));

        (await world.Ask(partner, (Asker.Number, Asker.Register))).Answer!.Customers.Single().IsRegistered.ShouldBeFalse();
        await world.Say(trader, true);
        (await world.Ask(partner, (Asker.Number, Asker.Register))).Answer!.Customers.Single().IsRegistered.ShouldBeTrue();
    }

    [Fact]
    public async Task The_fast_read_answers_as_every_page_does()
    {
        await using var world = new World();
        var partner = await world.AskingPartner();
        var customer = await world.Holder(boughtOn: new DateOnly(2026, 9, 1));
        var licences = await world.Db(db => db.Licences.Include(l => l.SupportPeriods).Include(l => l.Product).Include(l => l.BaseLicence).Where(l => l.CustomerId == customer.Id).ToListAsync());
        var expected = PartnerEntitlement.Of(licences.Select(licence => LicenceEntitlement.Of(licence, null, new DateOnly(2026, 11, 10))));

        expected.Single().Until.ShouldBe(new DateOnly(2027, 12, 31));
        (await world.Ask(partner, (Asker.Number, Asker.Register))).Answer!.Customers.Single().Lines.ShouldBe(expected);
    }

    [Fact]
    public async Task Hundreds_of_pairs_are_answered_in_their_order()
    {
        await using var world = new World();
        var partner = await world.AskingPartner();
        await world.Holder();
        var pairs = Enumerable.Range(0, StatusDesk.MostPairs).Select(n => n % 2 == 0 ? (Asker.Number, Asker.Register) : ("77" + (1000 + n), Asker.Register)).ToArray();

        var answer = (await world.Ask(partner, pairs)).Answer!;

        answer.Customers.Select(status => status.IsRegistered).ShouldBe(Enumerable.Range(0, StatusDesk.MostPairs).Select(n => n % 2 == 0));
        (await world.Checks()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_grant_shows_numbers_and_contacts_to_that_partner_while_it_lasts()
    {
        await using var world = new World();
        var (mine, other, customer) = (await world.AskingPartner(), await world.AskingPartner("P2"), await world.Holder());
        await world.Add(new PartnerGrant
        {
            Id = Guid.CreateVersion7(),
            CustomerId = customer.Id,
            PartnerId = mine,
            GrantedBy = await world.Account(),
            ShowsLicenceNumbers = true,
            ShowsContacts = true,
            GrantedAt = world.Time.GetUtcNow(),
            Until = world.Time.GetUtcNow().AddDays(1),
        });

        var granted = (await world.Ask(mine, (Asker.Number, Asker.Register))).Answer!.Customers.Single().Granted!;
        granted.Licences.Single().Product.ShouldBe("POHODA Jazz");
        granted.Contacts.Single().Email.ShouldBe("kontakt@example.cz");
        (await world.Ask(other, (Asker.Number, Asker.Register))).Answer!.Customers.Single().Granted.ShouldBeNull();
        world.Time.Advance(TimeSpan.FromDays(1));
        (await world.Ask(mine, (Asker.Number, Asker.Register))).Answer!.Customers.Single().Granted.ShouldBeNull();
    }
}
