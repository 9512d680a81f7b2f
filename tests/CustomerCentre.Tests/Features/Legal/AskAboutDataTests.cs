using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Records;
using CustomerCentre.Features.Legal;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Legal;

public sealed class AskAboutDataTests : IAsyncDisposable
{
    private readonly World world = new(null, ("Operator:Entities:CZ:PrivacyEmail", "poverenec@example.cz"));

    [Fact]
    public async Task It_goes_by_mail_to_who_answers_for_personal_data_with_nothing_personal_in_the_subject()
    {
        (await Ask(Request())).IsDone.ShouldBeTrue();
        var mail = (await Mails()).ShouldHaveSingleItem();
        mail.To.Value.ShouldBe("poverenec@example.cz");
        mail.Subject.ShouldBe("Žádost o osobní údaje");
        var text = mail.Text.ShouldNotBeNull();
        text.ShouldContain("Jana Nová");
        text.ShouldContain("jana@example.cz");
        text.ShouldContain("Smazat, co už nepotřebujete");
        text.ShouldContain("Odesláno bez přihlášení");
        mail.Html!.ShouldContain("&lt;b&gt;");
    }

    [Fact]
    public async Task Of_somebody_signed_in_it_says_which_account()
    {
        var account = await world.Account("ucet@example.cz");
        await world.Send(Request(), account);
        (await Mails()).ShouldHaveSingleItem().Text!.ShouldContain("přihlášen účet ucet@example.cz");
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_one_mail()
    {
        var request = Request();
        var answers = await Task.WhenAll(Enumerable.Range(0, AskAboutData.FromNetwork.Most).Select(_ => Ask(request)));
        answers.ShouldAllBe(answer => answer.IsDone);
        (await Mails()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_network_can_send_a_few_an_hour_and_another_is_not_harmed()
    {
        for (var i = 0; i < AskAboutData.FromNetwork.Most; i++)
            (await Ask(Request())).IsDone.ShouldBeTrue();
        (await Ask(Request())).Errors.ShouldHaveSingleItem().Message.ShouldContain("příliš mnoho");
        (await world.Send(Request(), address: "198.51.100.7")).IsDone.ShouldBeTrue();
        world.Time.Advance(TimeSpan.FromHours(1));
        (await Ask(Request())).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_audit_knows_that_somebody_asked_and_not_what()
    {
        await Ask(Request());
        var entry = await world.Db(db => db.Audit.SingleAsync(TestContext.Current.CancellationToken));
        (entry.Event, entry.Note, entry.SubjectId).ShouldBe(("PersonalDataAsked", null, null));
    }

    [Fact]
    public void Every_field_is_needed_and_hidden_characters_are_not_taken()
    {
        var rules = new AskAboutData.Validator();
        rules.Validate(new AskAboutData.Command { Id = Guid.NewGuid() }).Errors.Select(error => error.PropertyName).Distinct()
            .ShouldBe(["Right", "Name", "Email", "Message"], ignoreOrder: true);
        var hidden = Request();
        (hidden.Name, hidden.Message) = ("Jana\u202E", new string('x', AskAboutData.MessageMaxLength + 1));
        rules.Validate(hidden).Errors.Select(error => error.PropertyName).ShouldBe(["Name", "Message"]);
        rules.Validate(Request()).IsValid.ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static AskAboutData.Command Request() => new()
    {
        Id = Guid.NewGuid(),
        Right = PersonalDataRight.Erase,
        Name = "Jana Nová",
        Email = "jana@example.cz",
        Message = "První řádek\r\n<b>druhý</b>",
    };

    private Task<Result<Nothing>> Ask(AskAboutData.Command request) => world.Send(request);

    private Task<List<OutgoingMail>> Mails() => world.Db(db => db.Outbox.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
}
