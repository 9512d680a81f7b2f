using CustomerCentre.Features.Onboarding;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Onboarding;

public sealed class DraftTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task The_newest_open_draft_is_opened_again()
    {
        var me = await world.Account();
        var first = await Open(me);
        (await Open(me)).ShouldBe(first);
    }

    [Fact]
    public async Task Another_company_gets_a_draft_beside_the_first()
    {
        var me = await world.Account();
        var first = await Open(me);
        await Keep(first, me, "Contact", new ContactForm { Name = "Jana" });
        var second = (await world.Send(new OpenDraft.Command(Guid.CreateVersion7(), StartAnother: true), me)).Value.Id;
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task An_empty_draft_is_used_before_another_is_begun()
    {
        var me = await world.Account();
        var first = await Open(me);
        (await world.Send(new OpenDraft.Command(Guid.CreateVersion7(), StartAnother: true), me)).Value.Id.ShouldBe(first);
    }

    [Fact]
    public async Task Two_tabs_on_two_steps_never_wipe_each_other()
    {
        var me = await world.Account();
        var id = await Open(me);
        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(n => new[]
        {
            Task.Run(() => Keep(id, me, "Contact", new ContactForm { Name = $"Jana {n}" })),
            Task.Run(() => Keep(id, me, "Products", new ProductsForm { Licences = [new() { Number = $"ABC{n}" }] })),
        }));
        var answers = (await world.Send(new ReadDraft.Query(id), me)).Value.Answers;
        answers.Contact.Name.ShouldNotBeNull().ShouldStartWith("Jana ");
        answers.Products.Licences.Single().Number.ShouldNotBeNull().ShouldStartWith("ABC");
    }

    [Fact]
    public async Task Keeping_the_same_twice_changes_nothing_more()
    {
        var me = await world.Account();
        var id = await Open(me);
        await Keep(id, me, "Contact", new ContactForm { Name = "Jana" });
        var once = await Stored(id);
        await Keep(id, me, "Contact", new ContactForm { Name = "Jana" });
        (await Stored(id)).ShouldBe(once);
    }

    [Fact]
    public async Task Another_persons_draft_is_not_found()
    {
        var (me, other) = (await world.Account(), await world.Account("jiny@example.cz"));
        var id = await Open(me);
        (await world.Send(new ReadDraft.Query(id), other)).Outcome.ShouldBe(Outcome.NotFound);
        (await Keep(id, other, "Contact", new ContactForm())).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new FinishDraft.Command(id, null), other)).Outcome.ShouldBe(Outcome.NotFound);
        await world.Send(new DiscardDraft.Command { Id = id, Confirms = true }, other);
        (await world.Send(new ReadDraft.Query(id), me)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_finished_draft_takes_nothing_more_and_stays()
    {
        var me = await world.Account();
        var id = await Open(me);
        await world.Send(new FinishDraft.Command(id, null), me);
        (await Keep(id, me, "Contact", new ContactForm())).Errors.Single().Message.ShouldBe(OnboardingTexts.AlreadyFinished);
        await world.Send(new DiscardDraft.Command { Id = id, Confirms = true }, me);
        (await world.Send(new ReadDraft.Query(id), me)).Value.IsFinished.ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_does_not_lead_to_a_customer_the_person_does_not_act_for()
    {
        var me = await world.Account();
        await world.KnownCompany("1234");
        var id = await Open(me);
        await world.Send(new FinishDraft.Command(id, "1234"), me);
        (await world.Send(new ReadDraft.Query(id), me)).Value.CustomerNumber.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_shows_what_was_begun_and_discarding_removes_it()
    {
        var me = await world.Account();
        var id = await Open(me);
        (await world.Send(new ListDrafts.Query(), me)).Value.ShouldBeEmpty();
        await Keep(id, me, "Company", new CustomerCentre.Features.Companies.CompanyForm { Name = "Pekárna" });
        (await world.Send(new ListDrafts.Query(), me)).Value.Single().Name.ShouldBe("Pekárna");
        await world.Send(new DiscardDraft.Command { Id = id, Confirms = true }, me);
        (await world.Send(new ListDrafts.Query(), me)).Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Nonsense", 10)]
    [InlineData("Contact", DraftAnswers.SectionMaxLength)]
    public async Task A_section_that_is_none_and_one_that_is_too_long_are_refused(string section, int length)
    {
        var me = await world.Account();
        (await Keep(await Open(me), me, section, new string('a', length))).Outcome.ShouldBe(Outcome.Invalid);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<Guid> Open(Guid account) => (await world.Send(new OpenDraft.Command(Guid.CreateVersion7()), account)).Value.Id;

    private Task<Result<KeepDraft.Answer>> Keep<T>(Guid id, Guid account, string section, T value) => world.Send(KeepDraft.Command.Of(id, section, value, "contact"), account);

    private Task<string> Stored(Guid id) => world.Db(db => db.Drafts.Where(draft => draft.Id == id).Select(draft => draft.Answers).SingleAsync());
}
