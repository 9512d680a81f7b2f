using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Customers;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Support.Customers;

public sealed class CustomerFileTests
{
    [Fact]
    public async Task The_answer_is_given_for_any_day_with_what_it_rests_on()
    {
        await using var world = new World();
        var holding = new Holding("5001", "Pekařství");
        var pohoda = holding.Add("POHODA", LicenceKind.Net3, fromPartner: true, support: [2025]);
        holding.Add("Přístup", LicenceKind.Cal, quantity: 2, basis: pohoda);
        var petra = await Opened(world, holding);

        var then = (await world.Send(new ListLicencesOn.Query("5001", new(2025, 6, 1), 1), petra, Agent.Policies)).Value.Licences.Rows;
        var now = (await world.Send(new ListLicencesOn.Query("5001", null, 1), petra, Agent.Policies)).Value;

        then.Select(row => row.Entitlement.Support.IsEntitled).ShouldBe([true, true]);
        then.ShouldAllBe(row => row.Entitlement.Support.RestsOn == pohoda.Id && row.Entitlement.Support.Until == new DateOnly(2025, 12, 31));
        (then[0].Entitlement.Seller, then[0].Entitlement.PurchasedOn, then[0].Stations, then[1].BaseProduct).ShouldBe(("Počítače Novák", new DateOnly(2025, 3, 14), 5, "POHODA"));
        now.Day.ShouldBe(new DateOnly(2026, 11, 10));
        now.Licences.Rows.ShouldAllBe(row => row.Entitlement.Standing == LicenceStanding.Expired);
    }

    [Fact]
    public async Task History_tells_deeds_openings_and_checks_by_name_the_newest_first()
    {
        await using var world = new World();
        var holding = new Holding("5001", "Pekařství");
        var petra = await Opened(world, holding);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Send(new AddNote.Command { Id = Guid.CreateVersion7(), CustomerNumber = "5001", Text = "Volal účetní." }, petra, Agent.Policies);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Add(new PartnerCheck
        {
            Id = Guid.CreateVersion7(),
            CustomerId = holding.Customer.Id,
            PartnerId = holding.Rows.OfType<Partner>().Single().Id,
            Channel = CheckChannel.Api,
            Purpose = CheckPurpose.Offer,
            At = world.Time.GetUtcNow(),
        });

        var rows = (await world.Send(new ListHistory.Query("5001", 1), petra, Agent.Policies)).Value.Rows;

        rows.Select(row => row.Who).ShouldBe(["Počítače Novák", "p…@example.cz", "p…@example.cz"]);
        rows[0].Check.ShouldBe(new ListHistory.CheckRow(CheckChannel.Api, CheckPurpose.Offer));
        rows[1].Event.ShouldBe("NoteAdded");
        rows[2].LookUp!.Reason.ShouldBe(LookUpReason.Call);
    }

    [Fact]
    public async Task Mails_are_listed_with_masked_receivers_and_what_became_of_them()
    {
        await using var world = new World();
        var holding = new Holding("5001", "Pekařství");
        var petra = await Opened(world, holding);
        foreach (var (minute, sent, due) in ((int, bool, bool)[])[(1, true, false), (2, false, true), (3, false, false)])
            await world.Add(new OutgoingMail
            {
                Id = Guid.CreateVersion7(),
                To = EmailAddress.Parse("karel@example.cz"),
                CustomerId = holding.Customer.Id,
                Kind = "CustomerOpened",
                Subject = $"Zpráva {minute}",
                Text = "tajný odkaz",
                Html = null,
                CreatedAt = world.Time.GetUtcNow().AddMinutes(minute),
                SentAt = sent ? world.Time.GetUtcNow() : null,
                DueAt = due ? world.Time.GetUtcNow() : null,
            });

        var mails = (await world.Send(new ListMails.Query("5001", 1), petra, Agent.Policies)).Value.Rows;

        mails.Select(mail => (mail.Subject, mail.SentAt is not null, mail.IsPending)).ShouldBe([("Zpráva 3", false, false), ("Zpráva 2", false, true), ("Zpráva 1", true, false)]);
        mails.ShouldAllBe(mail => mail.To == "k…@example.cz");
        (await world.Send(Show(PersonalDataKind.MailReceiver, mails[0].Id), petra, Agent.Policies)).Value.Value.ShouldBe("karel@example.cz");
    }

    [Fact]
    public async Task A_long_history_is_paged()
    {
        await using var world = new World();
        var holding = new Holding("5001", "Pekařství");
        var petra = await Opened(world, holding);
        foreach (var n in Enumerable.Range(1, 30))
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await world.Send(new AddNote.Command { Id = Guid.CreateVersion7(), CustomerNumber = "5001", Text = $"Poznámka {n}" }, petra, Agent.Policies);
        }

        var last = (await world.Send(new ListHistory.Query("5001", 99), petra, Agent.Policies)).Value;
        var notes = (await world.Send(new ListNotes.Query("5001", 1), petra, Agent.Policies)).Value;

        (last.Page, last.Pages, last.Total, last.Rows.Count).ShouldBe((2, 2, 31, 6));
        last.Rows[^1].LookUp.ShouldNotBeNull();
        (notes.Pages, notes.Rows[0].Text).ShouldBe((2, "Poznámka 30"));
    }

    [Fact]
    public async Task A_note_sent_twice_is_one_and_a_long_one_is_none()
    {
        await using var world = new World();
        var petra = await Opened(world, new Holding("5001", "Pekařství"));
        var note = new AddNote.Command { Id = Guid.CreateVersion7(), CustomerNumber = "5001", Text = "Volal účetní." };

        await world.Send(note, petra, Agent.Policies);
        (await world.Send(note, petra, Agent.Policies)).IsDone.ShouldBeTrue();
        var longest = note with { Id = Guid.CreateVersion7(), Text = new('a', CustomerNote.TextMaxLength + 1) };
        (await world.Send(longest, petra, Agent.Policies)).Errors.ShouldHaveSingleItem().Field.ShouldBe("Text");

        (await world.Db(db => db.CustomerNotes.SingleAsync())).Text.ShouldBe("Volal účetní.");
    }

    [Fact]
    public async Task Nothing_is_read_or_written_without_an_opening()
    {
        await using var world = new World();
        var holding = new Holding("5001", "Pekařství");
        holding.Add("POHODA", support: [2026]);
        var contact = holding.Customer.AddContact("Karel", EmailAddress.Parse("karel@example.cz"), null);
        await Opened(world, holding);
        var other = await world.Account("pavel@example.cz");

        (await world.Send(new ReadDetails.Query("5001"), other, Agent.Policies)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ListHistory.Query("5001", 1), other, Agent.Policies)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new ListLicencesOn.Query("5001", null, 1), other, Agent.Policies)).Value.Licences.Total.ShouldBe(0);
        (await world.Send(new ListContacts.Query("5001", 1), other, Agent.Policies)).Value.Total.ShouldBe(0);
        (await world.Send(new AddNote.Command { Id = Guid.CreateVersion7(), CustomerNumber = "5001", Text = "Bez důvodu" }, other, Agent.Policies)).Outcome.ShouldBe(Outcome.Invalid);
        (await world.Send(Show(PersonalDataKind.ContactEmail, contact.Id), other, Agent.Policies)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task A_personal_value_is_shown_and_the_look_written_down_without_it()
    {
        await using var world = new World();
        var holding = new Holding("5001", "Pekařství");
        var contact = holding.Customer.AddContact("Karel", EmailAddress.Parse("karel@example.cz"), PhoneNumber.Parse("+420605000002", null));
        var petra = await Opened(world, holding);

        (await world.Send(Show(PersonalDataKind.ContactEmail, contact.Id), petra, Agent.Policies)).Value.Value.ShouldBe("karel@example.cz");
        (await world.Send(Show(PersonalDataKind.ContactPhone, contact.Id), petra, Agent.Policies)).Value.Value.ShouldBe("+420 605 000 002");

        var entries = await world.Db(db => db.Audit.Where(entry => entry.Event == "PersonalDataShown").OrderBy(entry => entry.Note).ToListAsync());
        entries.Select(entry => (entry.Note, entry.AccountId, entry.CustomerId, entry.SubjectId))
            .ShouldBe([("ContactEmail", petra, holding.Customer.Id, contact.Id), ("ContactPhone", petra, holding.Customer.Id, contact.Id)]);
    }

    [Fact]
    public async Task A_value_of_another_customer_a_missing_one_and_an_unreadable_wish_show_nothing()
    {
        await using var world = new World();
        var theirs = new Holding("5002", "Cizí");
        var contact = theirs.Customer.AddContact("Karel", EmailAddress.Parse("karel@example.cz"), null);
        await world.Add(theirs.Rows);
        var holding = new Holding("5001", "Pekařství");
        var own = holding.Customer.AddContact("Bez pošty", null, null);
        var petra = await Opened(world, holding);

        foreach (var wish in (ShowPersonalData.Command[])[Show(PersonalDataKind.ContactEmail, contact.Id), Show(PersonalDataKind.ContactEmail, own.Id), Show(PersonalDataKind.VatNumber, holding.Customer.Id)])
            (await world.Send(wish, petra, Agent.Policies)).Outcome.ShouldBe(Outcome.NotFound);
        foreach (var field in (string?[])[null, "", "ContactEmail", "99.0", "LicenceNumbers." + Guid.Empty.ToString("n")])
            (await world.Send(new ShowPersonalData.Command { CustomerNumber = "5001", Field = field }, petra, Agent.Policies)).Outcome.ShouldBe(Outcome.Invalid);
        (await world.Db(db => db.Audit.AnyAsync(entry => entry.Event == "PersonalDataShown"))).ShouldBeFalse();
    }

    private static ShowPersonalData.Command Show(PersonalDataKind kind, Guid id) => new() { CustomerNumber = "5001", Field = new PersonalField(kind, id).ToString() };

    private static async Task<Guid> Opened(World world, Holding holding)
    {
        var petra = await world.Account("petra@example.cz");
        await world.Add(holding.Rows);
        (await world.Send(new OpenCustomer.Command(Guid.CreateVersion7(), "5001", LookUpReason.Call), petra, Agent.Policies)).IsDone.ShouldBeTrue();
        return petra;
    }
}
