using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.TwoFactor;

public sealed class TurnFactorTests
{
    [Fact]
    public async Task An_app_counts_only_when_a_code_of_it_was_typed()
    {
        await using var world = await FactorWorld.Create();
        var offer = (await world.Send(new OfferApp.Query(null))).Value;
        (await world.Send(new TurnAppOn.Command { State = offer.State, Code = "000000", Password = AccountWorld.Password })).Errors.Single().Field.ShouldBe("Code");
        (await world.Send(new ReadTwoFactor.Query())).Value.IsOn.ShouldBeFalse();
        (await world.Accounts.SignIn()).Value.Pending.ShouldBeNull();

        await world.TurnAppOn();
        (await world.Send(new ReadTwoFactor.Query())).Value.AppSince.ShouldNotBeNull();
        (await world.Accounts.SignIn()).Value.Pending.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_form_with_a_mistake_shows_the_same_key_again_and_a_new_visit_another()
    {
        await using var world = await FactorWorld.Create();
        var offer = (await world.Send(new OfferApp.Query(null))).Value;
        (await world.Send(new OfferApp.Query(offer.State))).Value.Shown.ShouldBe(offer.Shown);
        (await world.Send(new OfferApp.Query(null))).Value.Shown.ShouldNotBe(offer.Shown);
        (await world.Send(new OfferApp.Query("altered"))).Value.Shown.ShouldNotBe(offer.Shown);
    }

    [Fact]
    public async Task The_key_lies_in_the_database_encrypted_and_recovery_codes_only_as_hashes()
    {
        await using var world = await FactorWorld.Create();
        var (key, codes) = await world.TurnAppOn();
        codes.Distinct().Count().ShouldBe(RecoveryCode.SetSize);
        var factor = await world.Accounts.World.Db(db => db.SecondFactors.SingleAsync());
        factor.ProtectedKey!.ShouldNotContain(Convert.ToBase64String(key));
        var kept = await world.Accounts.World.Db(db => db.RecoveryCodes.ToListAsync());
        kept.Select(code => code.Hash).ShouldNotContain(hash => codes.Any(code => hash.Contains(code.Replace("-", ""), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_wrong_password_changes_nothing()
    {
        await using var world = await FactorWorld.Create();
        await world.TurnAppOn();
        const string wrong = "špatné heslo z kopce";
        (await world.Send(new TurnMailOn.Command { Password = wrong })).Errors.Single().Message.ShouldContain("nesouhlasí");
        (await world.Send(new TurnFactorOff.Command { Way = FactorWay.App, Password = wrong })).IsDone.ShouldBeFalse();
        (await world.Send(new DrawRecoveryCodes.Command { Password = wrong })).IsDone.ShouldBeFalse();
        var state = (await world.Send(new ReadTwoFactor.Query())).Value;
        state.MailSince.ShouldBeNull();
        state.AppSince.ShouldNotBeNull();
        state.CodesLeft.ShouldBe(RecoveryCode.SetSize);
    }

    [Fact]
    public async Task Turning_a_factor_on_and_off_ends_other_sessions_and_trusted_browsers_and_is_told_by_mail()
    {
        await using var world = await FactorWorld.Create();
        await world.Accounts.SignIn();
        (await world.LiveSessions()).ShouldBe(2);
        var (key, _) = await world.TurnAppOn();
        (await world.LiveSessions()).ShouldBe(0);
        (await world.Pass(await world.Ticket(), FactorWay.App, world.CodeOf(key), trust: true)).IsDone.ShouldBeTrue();
        (await world.LiveSessions()).ShouldBe(1);

        (await world.Send(new TurnFactorOff.Command { Way = FactorWay.App, Password = AccountWorld.Password })).IsDone.ShouldBeTrue();

        (await world.LiveSessions()).ShouldBe(0);
        (await world.Accounts.World.Db(db => db.TrustedBrowsers.CountAsync())).ShouldBe(0);
        (await world.Accounts.World.Db(db => db.RecoveryCodes.CountAsync())).ShouldBe(0);
        (await world.Accounts.SignIn()).Value.Pending.ShouldBeNull();
        var mails = await world.Accounts.Mail();
        mails.Select(mail => mail.Kind).ShouldContain("SecondFactorOn");
        mails[^1].Kind.ShouldBe("SecondFactorOff");
        mails[^1].Text!.ShouldContain(SecurityLetters.NotMePath);
    }

    [Fact]
    public async Task The_session_that_asks_lives_on()
    {
        await using var world = await FactorWorld.Create();
        var session = (await world.Accounts.SignIn()).Value.SessionId;
        await using var scope = world.Accounts.World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(world.Jana, session, []);
        (await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new TurnMailOn.Command { Password = AccountWorld.Password })).IsDone.ShouldBeTrue();
        (await world.Accounts.World.Db(db => db.Sessions.SingleAsync(s => s.AccountId == world.Jana && s.EndedAt == null))).Id.ShouldBe(session);
    }

    [Fact]
    public async Task Sent_twice_it_is_turned_on_once_and_the_second_way_keeps_the_recovery_codes()
    {
        await using var world = await FactorWorld.Create();
        (await world.TurnMailOn()).Count.ShouldBe(RecoveryCode.SetSize);
        (await world.TurnMailOn()).ShouldBeEmpty();
        (await world.TurnAppOn()).Codes.ShouldBeEmpty();
        (await world.Accounts.Mail()).Count(mail => mail.Kind == "SecondFactorOn").ShouldBe(2);
    }
}
