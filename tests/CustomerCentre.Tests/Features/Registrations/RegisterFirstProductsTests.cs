using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class RegisterFirstProductsTests
{
    [Fact]
    public async Task The_first_products_open_a_customer_with_a_number_a_manager_support_and_a_mail()
    {
        await using var world = new World();
        var (me, one, other) = (await world.Account(), await world.LicenceAtPartner(), await world.LicenceAtPartner());
        var command = Filled.First(one, other);

        var answer = (await world.Send(command, me)).Value;

        var customer = await world.Db(db => db.Customers.Include(c => c.Numbers).Include(c => c.Members).Include(c => c.Contacts).SingleAsync());
        customer.Id.ShouldBe(command.Id);
        customer.Number.ShouldBe(answer.Number);
        customer.Members.Single().ShouldSatisfyAllConditions(m => m.AccountId.ShouldBe(me), m => m.Role.ShouldBe(MemberRole.Manager));
        customer.Contacts.Single().Email!.Value.ShouldBe("jana@example.cz");
        foreach (var licence in new[] { await world.Read(one), await world.Read(other) })
        {
            licence.CustomerId.ShouldBe(command.Id);
            SupportEntitlement.On(licence, new DateOnly(2026, 12, 31)).IsEntitled.ShouldBeTrue();
            SupportEntitlement.On(licence, new DateOnly(2027, 1, 1)).IsEntitled.ShouldBeFalse();
        }

        (await world.Db(db => db.Registrations.Select(r => r.IntentId).Distinct().SingleAsync())).ShouldBe(command.Id);
        var mail = await world.Db(db => db.Outbox.SingleAsync());
        mail.CustomerId.ShouldBe(await world.Db(db => db.Customers.Select(c => (Guid?)c.Id).SingleAsync()));
        mail.Text!.ShouldContain(answer.Number!.ToString());
        mail.Text!.ShouldNotContain(one.Text());
        (await world.Db(db => db.Audit.Select(entry => entry.Event).ToListAsync())).ShouldBe(["CustomerOpened", "LicenceRegistered", "LicenceRegistered"], ignoreOrder: true);
    }

    [Fact]
    public async Task Sent_twice_it_answers_the_same_and_does_nothing_more()
    {
        await using var world = new World();
        var (me, command) = (await world.Account(), Filled.First(await world.LicenceAtPartner()));

        var first = (await world.Send(command, me)).Value;
        var second = (await world.Send(command, me)).Value;

        second.ShouldBe(first);
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_id_of_somebody_elses_customer_is_not_found()
    {
        await using var world = new World();
        var command = Filled.First(await world.LicenceAtPartner());
        await world.Send(command, await world.Account());

        (await world.Send(command, await world.Account("petr@example.cz"))).Outcome.ShouldBe(CustomerCentre.Requests.Outcome.NotFound);
    }

    [Fact]
    public async Task The_draft_of_the_wizard_is_finished_with_it()
    {
        await using var world = new World();
        var (me, command) = (await world.Account(), Filled.First(await world.LicenceAtPartner()));
        var draft = new OnboardingDraft(command.Id, me, world.Time.GetUtcNow());
        draft.Keep("""{"Name":"Jana"}""", "check", world.Time.GetUtcNow());
        await world.Add(draft);

        await world.Send(command, me);

        var kept = await world.Db(db => db.Drafts.SingleAsync());
        (kept.CustomerId, kept.Answers).ShouldBe((command.Id, "{}"));
        kept.FinishedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_registers_for_somebody_else_invites_the_owner()
    {
        await using var world = new World();
        var (me, command) = (await world.Account(), Filled.First(await world.LicenceAtPartner()));
        command.Contact = new ContactForm { ForSomebodyElse = true, Name = "Karel Majitel", Email = "karel@example.cz" };

        await world.Send(command, me);

        var invitation = await world.Db(db => db.Invitations.SingleAsync());
        (invitation.CustomerId, invitation.Email.Value, invitation.Role).ShouldBe((command.Id, "karel@example.cz", MemberRole.Manager));
        var link = await world.Db(db => db.MailedLinks.SingleAsync());
        (link.Purpose, link.SubjectId).ShouldBe((LinkPurpose.AcceptInvitation, invitation.Id));
        (await world.Db(db => db.Outbox.Select(mail => mail.To).ToListAsync())).Select(to => to.Value).ShouldBe(["jana@example.cz", "karel@example.cz"], ignoreOrder: true);
        (await world.Db(db => db.Contacts.SingleAsync())).Email!.Value.ShouldBe("karel@example.cz");
    }

    [Fact]
    public async Task A_company_that_is_mine_already_gets_the_licences_and_keeps_its_number()
    {
        await using var world = new World();
        var me = await world.Account();
        var known = await world.KnownCompany(members: [(me, MemberRole.Colleague)]);
        var licence = await world.LicenceAtPartner();

        (await world.Send(Filled.First(licence), me)).Value.Number!.Value.ShouldBe("1234");
        (await world.Read(licence)).CustomerId.ShouldBe(known.Id);
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_company_of_others_may_be_known_and_nothing_is_issued()
    {
        await using var world = new World();
        await world.KnownCompany();
        var licence = await world.LicenceAtPartner();

        (await world.Send(Filled.First(licence), await world.Account())).Value.ShouldBe(new RegisterFirstProducts.Answer(null, true, false));

        (await world.Read(licence)).State.ShouldBe(LicenceState.Sold);
        (await world.Db(db => db.IssuedNumbers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task That_a_company_may_be_known_is_told_of_five_companies_and_of_the_same_one_again()
    {
        await using var world = new World();
        var (me, licence) = (await world.Account(), await world.LicenceAtPartner());
        string[] companies = ["25313142", "45274649", "27082440", "48136450", "00177041", "01569651"];
        foreach (var (register, index) in companies.Select((register, index) => (register, index)))
            await world.KnownCompany($"100{index}", register);

        foreach (var register in companies[..5].Concat(companies[..5]))
            (await world.Send(Filled.First(Filled.Company(register), licence), me)).Value.CompanyMayBeKnown.ShouldBeTrue();
        for (var i = 0; i < 2; i++)
            (await world.Send(Filled.First(Filled.Company(companies[5]), licence), me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.TooManyCompanies);

        // A company nobody knows is answered alike, so the answer tells nothing.
        (await world.Send(Filled.First(Filled.Company("26168685"), licence), me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.TooManyCompanies);
        (await world.Send(Filled.First(Filled.Consumer(), licence), me)).Value.Number.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(59, Verification.Valid)]
    [InlineData(60, Verification.Unknown)]
    public async Task Registering_shares_the_limit_of_register_look_ups(int lookUps, Verification verification)
    {
        await using var world = new World(settings: ("Registers:Mode", "Sample"));
        var me = await world.Account();
        for (var i = 0; i < lookUps; i++)
            await world.Send(new FindCompany.Query("CZ", "25313142"), me);

        (await world.Send(Filled.First(await world.LicenceAtPartner()), me)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.Customers.SingleAsync())).Check.Verification.ShouldBe(verification);
    }

    [Fact]
    public async Task A_consumer_known_by_the_email_is_asked_first_and_may_go_on()
    {
        await using var world = new World();
        await world.KnownConsumer(contact: "Jana@Example.cz");
        var (me, command) = (await world.Account(), Filled.First(Filled.Consumer(), await world.LicenceAtPartner()));

        (await world.Send(command, me)).Value.ShouldBe(new RegisterFirstProducts.Answer(null, false, true));
        command.ConfirmsNew = true;
        (await world.Send(command, me)).Value.Number.ShouldNotBeNull();
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task One_wrong_licence_of_several_registers_none_and_says_which()
    {
        await using var world = new World();
        var (sold, inStock) = (await world.LicenceAtPartner(), await world.LicenceInStock());

        var error = (await world.Send(Filled.First(sold, inStock), await world.Account())).Errors.Single();

        (error.Field, error.Message).ShouldBe(("Licences[1].Number", RegistrationsTexts.CannotBeRegistered));
        (await world.Read(sold)).State.ShouldBe(LicenceState.Sold);
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_number_twice_is_said_at_the_second()
    {
        await using var world = new World();
        var licence = await world.LicenceAtPartner();
        (await world.Send(Filled.First(licence, licence), await world.Account())).Errors.Single().Field.ShouldBe("Licences[1].Number");
    }
}
