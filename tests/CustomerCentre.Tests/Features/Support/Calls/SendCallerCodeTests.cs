using System.Text.RegularExpressions;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Calls;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Calls;

public sealed partial class SendCallerCodeTests
{
    [Fact]
    public async Task The_contact_reads_back_what_was_mailed_and_the_agent_sees_only_a_masked_address()
    {
        await using var world = await CallWorld.Begin();
        (await Send(world)).Value.SentTo.ShouldBe("k…@firma.example.cz");

        (await world.Prove((await Codes(world)).Single())).IsDone.ShouldBeTrue();

        (await world.LookUps()).Single().Reason.ShouldBe(LookUpReason.Code);
        var mail = (await world.Mail("kontakt@firma.example.cz")).Single();
        mail.CustomerId.ShouldBe(world.Customer.Id);
        mail.Subject.ShouldNotMatch("[0-9]");
        (await world.Events()).ShouldContain("CallerCodeSent");
    }

    [Fact]
    public async Task Before_opening_staff_see_masked_contacts_only()
    {
        await using var world = await CallWorld.Begin();
        var offer = (await world.AsAgent(new OfferCallerProof.Query(CallWorld.Number))).Value;
        offer.Contacts.Select(contact => contact.Email).ShouldBe(["k…@firma.example.cz"]);
    }

    [Fact]
    public async Task A_newer_code_replaces_the_older_and_leaves_the_pin_alone()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        await Send(world);
        world.World.Time.Advance(TimeSpan.FromSeconds(1));
        await Send(world);
        var codes = await Codes(world);

        (await world.Prove(codes[0])).IsDone.ShouldBe(codes[0] == codes[1] || codes[0] == pin);
        (await world.Prove(codes[1])).IsDone.ShouldBeTrue();
        (await world.Prove(pin)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Three_codes_a_day_go_to_one_customer()
    {
        await using var world = await CallWorld.Begin();
        for (var i = 0; i < 3; i++)
            (await Send(world)).IsDone.ShouldBeTrue();
        (await Send(world)).Errors.Single().Message.ShouldContain("tři kódy");
        (await world.Mail("kontakt@firma.example.cz")).Count.ShouldBe(3);

        world.World.Time.Advance(TimeSpan.FromDays(1));
        (await Send(world)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_form_sent_thirty_two_times_mails_once()
    {
        await using var world = await CallWorld.Begin();
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Send(world, id))));

        answers.ShouldAllBe(answer => answer.IsDone);
        (await world.Mail("kontakt@firma.example.cz")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_contact_of_another_customer_gets_nothing()
    {
        await using var world = await CallWorld.Begin();
        var other = await world.World.KnownConsumer("5678", contact: "cizi@example.cz");
        var command = new SendCallerCode.Command { Id = Guid.NewGuid(), CustomerNumber = CallWorld.Number, ContactId = other.Contacts.Single().Id };

        (await world.AsAgent(command)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Mail("cizi@example.cz")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agent_who_acts_for_the_customer_sends_none()
    {
        await using var world = await CallWorld.Begin();
        await world.World.Add(new Member(world.Customer.Id, world.Agent, MemberRole.Colleague, world.World.Time.GetUtcNow()));

        (await Send(world)).Errors.Single().Message.ShouldContain("jednáte");
        (await world.Mail("kontakt@firma.example.cz")).ShouldBeEmpty();
        (await world.Mail("spravce@example.cz")).Count.ShouldBe(1);
    }

    private static Task<Result<SendCallerCode.Answer>> Send(CallWorld world, Guid? id = null) =>
        world.AsAgent(new SendCallerCode.Command { Id = id ?? Guid.NewGuid(), CustomerNumber = CallWorld.Number, ContactId = world.Customer.Contacts.Single().Id });

    private static async Task<List<string>> Codes(CallWorld world) =>
        [.. (await world.Mail("kontakt@firma.example.cz")).OrderBy(mail => mail.Id).Select(mail => Code().Match(mail.Text!).Value.Replace(" ", ""))];

    [GeneratedRegex(@"(?m)^\d{3} \d{3}$")]
    private static partial Regex Code();
}
