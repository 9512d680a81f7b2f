using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Support.Calls;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support.Calls;

public sealed class ProveByCodeTests
{
    [Fact]
    public async Task A_right_pin_opens_the_customer_with_role_and_initials()
    {
        await using var world = await CallWorld.Begin();
        var (pin, id) = (await world.Pin(), Guid.NewGuid());

        (await world.Prove($" {pin[..3]} {pin[3..]} ", id: id)).Value.CustomerNumber.ShouldBe(CallWorld.Number);

        var lookUp = (await world.LookUps()).Single();
        (lookUp.Id, lookUp.CustomerId, lookUp.AccountId, lookUp.Role, lookUp.Initials, lookUp.Reason, lookUp.IsProven)
            .ShouldBe((id, world.Customer.Id, world.Agent, OperatorRole.Agent, "PN", LookUpReason.Pin, true));
        (await world.Events()).ShouldContain("CallerProven");
    }

    [Fact]
    public async Task A_pin_is_good_for_one_use_and_the_member_sees_when()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        await world.Prove(pin);

        (await world.Prove(pin)).Outcome.ShouldBe(Outcome.Invalid);
        var shown = (await world.World.Send(new ReadSupportPin.Query(CallWorld.Number), world.Member)).Value;
        shown.Pin.ShouldBeNull();
        shown.UsedAt.ShouldBe(world.World.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_pin_of_another_customer_proves_nothing()
    {
        await using var world = await CallWorld.Begin();
        await world.World.KnownConsumer("5678");
        var pin = await world.Pin();

        (await world.Prove(pin, number: "5678")).Outcome.ShouldBe(Outcome.Invalid);
        (await world.Prove(pin, number: "9999")).Outcome.ShouldBe(Outcome.NotFound);
        (await world.LookUps()).ShouldBeEmpty();
        (await world.Prove(pin)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_thirty_two_agents_with_one_pin_at_once_one_opens_the_customer()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        var agents = new List<Guid>();
        for (var i = 0; i < 32; i++)
            agents.Add(await world.Staff($"agent{i}@example.cz", $"Agent {i}", OperatorRole.Agent));

        var answers = await Task.WhenAll(agents.Select(agent => Task.Run(() => world.Prove(pin, agent))));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await world.LookUps()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_sent_thirty_two_times_has_one_effect_and_equal_answers()
    {
        await using var world = await CallWorld.Begin();
        var (pin, id) = (await world.Pin(), Guid.NewGuid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => world.Prove(pin, id: id))));

        answers.ShouldAllBe(answer => answer.IsDone);
        (await world.LookUps()).Count.ShouldBe(1);
        (await world.Events()).Count(name => name == "CallerProven").ShouldBe(1);
    }

    [Fact]
    public async Task Five_wrong_codes_stop_the_agent_at_any_customer_and_administrators_hear_of_it_once()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        for (var left = 4; left > 0; left--)
            (await world.Prove(CallWorld.Wrong(pin))).Errors.Single().Message.ShouldContain($"{left} pokus");
        (await world.Prove(CallWorld.Wrong(pin))).Errors.Single().Message.ShouldContain("13:00");

        (await world.Prove(pin)).Errors.Single().Message.ShouldContain("13:00");
        (await world.LookUps()).ShouldBeEmpty();
        var report = (await world.Mail("spravce@example.cz")).Single();
        report.Text!.ShouldContain("Pavel Novák");
        report.Text!.ShouldNotContain(pin);
        (await world.Events()).Count(name => name == "CallerCodeWrong").ShouldBe(5);

        world.World.Time.Advance(TimeSpan.FromHours(1));
        (await world.Prove(pin)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_hundred_guesses_at_once_are_five_looks()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => world.Prove(CallWorld.Wrong(pin)))));

        (await world.Events()).Count(name => name == "CallerCodeWrong").ShouldBe(5);
        (await world.Mail("spravce@example.cz")).Count.ShouldBe(1);
        (await world.Prove(pin)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Right_codes_never_use_up_the_tries()
    {
        await using var world = await CallWorld.Begin();
        for (var i = 0; i < 8; i++)
            (await world.Prove(await world.Pin())).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task An_agent_who_acts_for_the_customer_is_refused_and_reported_and_the_pin_stays()
    {
        await using var world = await CallWorld.Begin();
        await world.World.Add(new Member(world.Customer.Id, world.Agent, MemberRole.Colleague, world.World.Time.GetUtcNow()));
        var pin = await world.Pin(world.Agent);

        var answer = await world.Prove(pin);

        answer.Errors.Single().Message.ShouldContain("jednáte");
        (await world.LookUps()).ShouldBeEmpty();
        (await world.Mail("spravce@example.cz")).Single().Subject.ShouldContain("vlastní firmu");
        (await world.Events()).ShouldContain("OwnCompanyRefused");
        var colleague = await world.Staff("kolega@example.cz", "Kolega", OperatorRole.Agent);
        (await world.Prove(pin, colleague)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_staff_ask_at_all()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        (await world.World.Send(new ProveByCode.Command { Id = Guid.NewGuid(), CustomerNumber = CallWorld.Number, Digits = pin }, world.Member)).Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_lead_lets_a_stopped_agent_try_on_but_never_himself()
    {
        await using var world = await CallWorld.Begin();
        var pin = await world.Pin();
        var lead = await world.Staff("vedouci@example.cz", "Vedoucí", OperatorRole.Lead);
        for (var i = 0; i < 5; i++)
        {
            await world.Prove(CallWorld.Wrong(pin));
            await world.Prove(CallWorld.Wrong(pin), lead);
        }

        var stopped = (await world.AsLead(new ListStoppedAgents.Query(), lead)).Value;
        stopped.Select(row => (row.AccountId, row.IsMyself)).ShouldBe([(world.Agent, false), (lead, true)], ignoreOrder: true);
        (await world.AsLead(new LetAgentTryOn.Command(lead), lead)).Outcome.ShouldBe(Outcome.Refused);
        (await world.AsAgent(new LetAgentTryOn.Command(world.Agent))).Outcome.ShouldBe(Outcome.Refused);
        (await world.AsLead(new LetAgentTryOn.Command(world.Agent), lead)).IsDone.ShouldBeTrue();

        (await world.Prove(pin)).IsDone.ShouldBeTrue();
    }
}
