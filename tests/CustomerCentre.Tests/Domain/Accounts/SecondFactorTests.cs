using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Tests.Domain.Accounts;

public sealed class SecondFactorTests
{
    private static readonly DateTimeOffset Before = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 8, 0, 0, TimeSpan.Zero);

    // Any way that is on lets in, so an app alone is stronger than an app beside mailed codes.
    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "App", "App")]
    [InlineData("", "Mail", "Mail")]
    [InlineData("", "App Mail", "App Mail")]
    [InlineData("App", "", "App")]
    [InlineData("App", "Mail", "App")]
    [InlineData("App Mail", "App", "App")]
    [InlineData("App Mail", "Mail", "App Mail")]
    [InlineData("Mail", "", "Mail")]
    [InlineData("Mail", "App", "App")]
    [InlineData("Mail", "App Mail", "App Mail")]
    public void Of_two_factors_the_stronger_is_left(string own, string other, string left)
    {
        var factor = Make(own, "own");
        var changes = factor.TakeIn(Make(other, "other"), Now);
        Ways(factor).ShouldBe(left);
        changes.ShouldBe(own != left);
    }

    [Fact]
    public void An_app_of_its_own_stays_and_one_that_comes_along_is_new()
    {
        var own = Make("App", "own");
        own.TakeIn(Make("App", "other"), Now);
        (own.ProtectedKey, own.AppSince).ShouldBe(("own", Before));

        var none = Make("", "own");
        none.TakeIn(Make("App", "other"), Now);
        (none.ProtectedKey, none.AppSince, none.LastStep).ShouldBe(("other", Now, 7));
    }

    private static SecondFactor Make(string ways, string key)
    {
        var factor = new SecondFactor(Guid.NewGuid());
        if (ways.Contains("App", StringComparison.Ordinal))
            factor.TurnAppOn(key, 7, Before);
        if (ways.Contains("Mail", StringComparison.Ordinal))
            factor.TurnMailOn(Before);
        return factor;
    }

    private static string Ways(SecondFactor factor) => string.Join(' ', new[] { FactorWay.App, FactorWay.Mail }.Where(factor.Has));
}
