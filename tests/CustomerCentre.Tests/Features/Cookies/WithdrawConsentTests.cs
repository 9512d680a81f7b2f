using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Cookies;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class WithdrawConsentTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task What_was_allowed_in_one_browser_is_taken_back_from_another_and_the_history_stays()
    {
        var account = await world.Account();
        var reference = await Allow(account);
        world.Time.Advance(TimeSpan.FromDays(1));

        (await Withdraw(reference, account)).IsDone.ShouldBeTrue();

        (await Standing(reference)).ShouldBe(CookieGroups.Necessary);
        var rows = (await world.Send(new ListConsents.Query(null), account)).Value;
        rows.Select(row => (row.Groups, row.Stands)).ShouldBe([(CookieGroups.Necessary, true), (CookieGroups.Statistics, false)]);
    }

    [Fact]
    public async Task Withdrawing_twice_writes_once()
    {
        var account = await world.Account();
        var reference = await Allow(account);
        world.Time.Advance(TimeSpan.FromDays(1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Withdraw(reference, account)));
        answers.ShouldAllBe(answer => answer.IsDone);
        (await world.Db(db => db.Consents.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(2);
    }

    [Fact]
    public async Task A_strangers_consent_and_one_that_never_was_are_not_found()
    {
        var (jana, petr) = (await world.Account(), await world.Account("petr@example.cz"));
        var reference = await Allow(jana);
        (await Withdraw(reference, petr)).Outcome.ShouldBe(Outcome.NotFound);
        (await Withdraw(Guid.NewGuid(), petr)).Outcome.ShouldBe(Outcome.NotFound);
        (await Standing(reference)).ShouldBe(CookieGroups.Statistics);
        (await world.Send(new ListConsents.Query(reference), petr)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_history_holds_what_was_chosen_in_this_browser_before_signing_in()
    {
        var account = await world.Account();
        var here = await Allow(null);
        await Allow(null);
        (await world.Send(new ListConsents.Query(here), account)).Value.ShouldHaveSingleItem().IsHere.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_allowed_before_signing_in_can_be_withdrawn_after_it()
    {
        var here = await Allow(null);
        (await Withdraw(here, await world.Account())).IsDone.ShouldBeTrue();
        (await Standing(here)).ShouldBe(CookieGroups.Necessary);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<Guid> Allow(Guid? account) =>
        (await world.Send(new ChooseCookies.Command(Guid.NewGuid(), CookieGroups.Statistics, null), account)).Value.Reference;

    private Task<Result<Nothing>> Withdraw(Guid reference, Guid account) => world.Send(new WithdrawConsent.Command { Reference = reference }, account);

    private async Task<CookieGroups> Standing(Guid reference) => (await world.Send(new ReadConsent.Query(reference))).Value;
}
