using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Tests.Domain.Licences;

public sealed class LicenceStandingTests
{
    private static readonly DateOnly LastDay = new(2026, 12, 31);

    [Theory]
    [InlineData(61, LicenceStanding.Covered)]
    [InlineData(60, LicenceStanding.EndsSoon)]
    [InlineData(0, LicenceStanding.EndsSoon)]
    [InlineData(-1, LicenceStanding.Expired)]
    public void Sixty_days_before_the_end_people_are_told(int daysBefore, LicenceStanding standing) =>
        WithSupport().StandingOn(LastDay.AddDays(-daysBefore)).ShouldBe(standing);

    [Fact]
    public void Support_that_begins_later_has_not_started() => WithSupport().StandingOn(new(2025, 12, 31)).ShouldBe(LicenceStanding.NotYet);

    [Fact]
    public void A_licence_bound_to_nobody_is_not_registered() => New().StandingOn(LastDay).ShouldBe(LicenceStanding.NotRegistered);

    [Fact]
    public void A_bound_licence_without_any_support_never_had_it() => Bound().StandingOn(LastDay).ShouldBe(LicenceStanding.NeverBought);

    [Theory]
    [InlineData(LicenceEnd.Returned, LicenceStanding.Returned)]
    [InlineData(LicenceEnd.Cancelled, LicenceStanding.Cancelled)]
    [InlineData(LicenceEnd.Blocked, LicenceStanding.Blocked)]
    public void An_ended_licence_says_how_it_ended_whatever_was_prepaid(LicenceEnd reason, LicenceStanding standing)
    {
        var licence = WithSupport();
        licence.End(reason, new(2026, 10, 2), null);

        licence.StandingOn(new(2026, 10, 2)).ShouldBe(standing);
        standing.IsOver().ShouldBeTrue();
    }

    private static Licence New() => Licence.Make(Guid.CreateVersion7(), Guid.Empty, LicenceKind.Single, LicenceNumber.New(), DateTimeOffset.UnixEpoch);

    private static Licence Bound()
    {
        var licence = New();
        licence.BindTo(Guid.CreateVersion7(), new Purchase(new(2026, 1, 1), null), DateTimeOffset.UnixEpoch);
        return licence;
    }

    private static Licence WithSupport()
    {
        var licence = Bound();
        licence.AddSupport([new SupportPeriod(licence.Id, new(2026, 1, 1), LastDay, SupportSource.Accounting)]);
        return licence;
    }
}
