using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Cookies;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ChooseCookiesTests : IAsyncDisposable
{
    private const CookieGroups All = CookieGroups.Statistics | CookieGroups.Advertising;
    private readonly World world = new();

    [Fact]
    public async Task The_proof_says_what_when_and_over_which_text_and_nothing_about_the_visitor()
    {
        var choice = (await Choose(CookieGroups.Statistics)).Value;
        var proof = (await Proofs()).ShouldHaveSingleItem();
        (proof.Reference, proof.Groups, proof.TextVersion, proof.At, proof.AccountId)
            .ShouldBe((choice.Reference, CookieGroups.Statistics, "1", world.Time.GetUtcNow(), null));
        typeof(Consent).GetProperties().Select(property => property.Name)
            .ShouldBe(["Id", "Reference", "Groups", "TextVersion", "At", "AccountId"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_refusal_is_proven_too()
    {
        await Choose(CookieGroups.Necessary);
        (await Proofs()).ShouldHaveSingleItem().Groups.ShouldBe(CookieGroups.Necessary);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_one_choice_with_equal_answers()
    {
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Choose(All, id)));
        answers.Select(answer => answer.Value).Distinct().ShouldHaveSingleItem();
        (await Proofs()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_gone_back_to_can_still_say_the_opposite()
    {
        var id = Guid.NewGuid();
        var accepted = (await Choose(All, id)).Value;
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var refused = (await Choose(CookieGroups.Necessary, id, accepted.Reference)).Value;
        refused.Groups.ShouldBe(CookieGroups.Necessary);
        refused.Reference.ShouldBe(accepted.Reference);
        (await Standing(accepted.Reference)).ShouldBe(CookieGroups.Necessary);
    }

    [Fact]
    public async Task What_was_chosen_in_this_browser_before_signing_in_joins_the_account_at_the_next_choice()
    {
        var account = await world.Account();
        var first = (await Choose(All)).Value;
        await Choose(CookieGroups.Statistics, reference: first.Reference, account: account);
        (await Proofs()).Select(proof => proof.AccountId).ShouldBe([account, account]);
    }

    [Fact]
    public async Task The_second_person_at_a_browser_begins_a_reference_of_the_own()
    {
        var (jana, petr) = (await world.Account(), await world.Account("petr@example.cz"));
        var first = (await Choose(All, account: jana)).Value;
        var second = (await Choose(CookieGroups.Necessary, reference: first.Reference, account: petr)).Value;
        second.Reference.ShouldNotBe(first.Reference);
        (await Standing(first.Reference)).ShouldBe(All);
    }

    [Fact]
    public async Task Beyond_the_limit_refusing_works_still_and_consent_without_a_proof_is_none()
    {
        await Exhaust();
        (await Choose(CookieGroups.Necessary)).Value.Groups.ShouldBe(CookieGroups.Necessary);
        (await Choose(All)).Outcome.ShouldBe(Outcome.Invalid);
        (await Proofs()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task A_group_that_does_not_exist_is_refused(int groups) => (await Choose((CookieGroups)groups)).Outcome.ShouldBe(Outcome.Invalid);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private Task<Result<ConsentChoice>> Choose(CookieGroups groups, Guid? id = null, Guid? reference = null, Guid? account = null) =>
        world.Send(new ChooseCookies.Command(id ?? Guid.NewGuid(), groups, reference), account);

    private Task<List<Consent>> Proofs() => world.Db(db => db.Consents.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));

    private async Task<CookieGroups> Standing(Guid reference) => (await world.Send(new ReadConsent.Query(reference))).Value;

    private async Task Exhaust()
    {
        await using var scope = world.Services.CreateAsyncScope();
        var attempts = scope.ServiceProvider.GetRequiredService<Attempts>();
        for (var i = 0; i < ChooseCookies.Limit.Most; i++)
            await attempts.Take(ChooseCookies.Limit, "192.0.2.1", TestContext.Current.CancellationToken);
    }
}
