using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Data.PartnerStatus;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class CheckCustomersTests
{
    [Fact]
    public async Task A_person_of_a_partner_checks_a_pair_and_a_second_click_leaves_one_line()
    {
        await using var world = new World();
        var (account, _) = await Colleague(world);
        await world.Holder();
        var command = new CheckCustomers.Command
        {
            Id = Guid.CreateVersion7(),
            Pairs = [new StatusPair(Asker.Number, Asker.Register)],
            Purpose = CheckPurpose.Offer,
            Channel = CheckChannel.Page,
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Send(command, account, [Policies.PartnerMember])));

        answers.ShouldAllBe(answer => answer.Value.Customers.Single().IsRegistered);
        var check = (await world.Checks()).ShouldHaveSingleItem();
        (check.AccountId, check.Channel, check.Purpose).ShouldBe((account, CheckChannel.Page, CheckPurpose.Offer));
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await world.Send(command, account, [Policies.PartnerMember]);
        (await world.Checks()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_else_may_ask_and_a_purpose_is_needed()
    {
        await using var world = new World();
        var (account, _) = await Colleague(world);
        var command = new CheckCustomers.Command { Id = Guid.CreateVersion7(), Pairs = [new StatusPair("12", " ")], Channel = CheckChannel.Api };

        (await world.Send(command, account)).Outcome.ShouldBe(Outcome.Refused);
        (await world.Send(command, account, [Policies.PartnerMember])).Errors.Select(error => error.Field)
            .ShouldBe(["Purpose", "Channel", "Pairs[0].CustomerNumber", "Pairs[0].RegistrationNumber"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_code_is_used_up_by_one_of_many_and_stands_for_the_consent()
    {
        await using var world = new World();
        var (account, partner) = await Colleague(world);
        var customer = await world.Holder();
        await world.Say(customer, false);
        await world.Add(new CheckCode(CheckCode.HashOf("7G4K2M9XQT"), customer.Id, await world.Account("vlastnik@example.cz"), world.Time.GetUtcNow(), world.Time.GetUtcNow() + CheckCode.Lifetime));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Send(ByCode("7g4k-2m9x-qt"), account, [Policies.PartnerMember])));

        answers.Count(answer => answer.IsDone && answer.Value.Customers.Single().Lines.Count == 1).ShouldBe(1);
        (await world.Checks()).ShouldHaveSingleItem().CustomerId.ShouldBe(customer.Id);
        (await world.Db(db => db.CheckCodes.SingleAsync())).UsedBy.ShouldBe(partner);
    }

    [Fact]
    public async Task A_second_click_reads_the_same_and_an_expired_code_leads_nowhere()
    {
        await using var world = new World();
        var (account, _) = await Colleague(world);
        var (customer, owner) = (await world.Holder(), await world.Account("vlastnik@example.cz"));
        await world.Add(
            new CheckCode(CheckCode.HashOf("AAAAAAAAAA"), customer.Id, owner, world.Time.GetUtcNow(), world.Time.GetUtcNow() + CheckCode.Lifetime),
            new CheckCode(CheckCode.HashOf("BBBBBBBBBB"), customer.Id, owner, world.Time.GetUtcNow(), world.Time.GetUtcNow() + CheckCode.Lifetime));
        var command = ByCode("AAAAAAAAAA");

        (await world.Send(command, account, [Policies.PartnerMember])).IsDone.ShouldBeTrue();
        (await world.Send(command, account, [Policies.PartnerMember])).IsDone.ShouldBeTrue();
        world.Time.Advance(CheckCode.Lifetime);
        (await world.Send(ByCode("BBBBBBBBBB"), account, [Policies.PartnerMember])).Outcome.ShouldBe(Outcome.Invalid);
        (await world.Checks()).Count.ShouldBe(1);
    }

    private static CheckByCode.Command ByCode(string code) => new() { Id = Guid.CreateVersion7(), Code = code, Purpose = CheckPurpose.Support };

    private static async Task<(Guid Account, Guid Partner)> Colleague(World world)
    {
        var (account, partner) = (await world.Account("kolega@example.cz"), await world.AskingPartner());
        await world.Add(new PartnerMember(partner, account, PartnerRole.Colleague, world.Time.GetUtcNow()));
        return (account, partner);
    }
}
