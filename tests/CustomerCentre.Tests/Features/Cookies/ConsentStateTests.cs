using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Cookies;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ConsentStateTests
{
    private static readonly DateTimeOffset Chosen = new(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_has_not_chosen_is_asked_and_has_allowed_nothing() =>
        ConsentState.Of(null, "1", Chosen).ShouldBe(new ConsentState(CookieGroups.Necessary, null, Asks: true));

    [Theory]
    [InlineData(CookieGroups.Necessary)]
    [InlineData(CookieGroups.Statistics)]
    [InlineData(CookieGroups.Statistics | CookieGroups.Advertising)]
    public void A_choice_holds_for_six_months_and_nobody_is_asked_meanwhile(CookieGroups groups)
    {
        var before = ConsentState.Of(Choice(groups), "1", Chosen.AddMonths(6).AddSeconds(-1));
        before.Asks.ShouldBeFalse();
        before.Allowed.ShouldBe(groups);

        var after = ConsentState.Of(Choice(groups), "1", Chosen.AddMonths(6));
        after.Asks.ShouldBeTrue();
        after.TextChanged.ShouldBeFalse();
        after.Allowed.ShouldBe(CookieGroups.Necessary);
    }

    [Fact]
    public void Another_text_asks_again_says_why_and_lets_nothing_run_meanwhile()
    {
        var state = ConsentState.Of(Choice(CookieGroups.Statistics), "2", Chosen.AddDays(1));
        state.Asks.ShouldBeTrue();
        state.TextChanged.ShouldBeTrue();
        state.Allowed.ShouldBe(CookieGroups.Necessary);
    }

    private static ConsentChoice Choice(CookieGroups groups) => new(Guid.NewGuid(), groups, "1", Chosen);
}
