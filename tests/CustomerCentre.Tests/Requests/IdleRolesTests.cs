using System.Security.Claims;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Requests;

public sealed class IdleRolesTests
{
    [Theory]
    [InlineData(89, true)]
    [InlineData(90, false)]
    public async Task Ninety_days_without_use_switch_a_role_off(int idle, bool isOn)
    {
        await using var world = new World();
        var session = await SessionOfSomebodyWithRoles(world);
        world.Time.Advance(TimeSpan.FromDays(idle));
        var user = await Check(world, session);
        user.Fulfils(Policies.SupportStaff).ShouldBe(isOn);
        user.Fulfils(Policies.PartnerManager).ShouldBe(isOn);
        user.Fulfils(Policies.SignedIn).ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_that_is_used_stays()
    {
        await using var world = new World();
        var session = await SessionOfSomebodyWithRoles(world);
        for (var visit = 0; visit < 3; visit++)
        {
            world.Time.Advance(TimeSpan.FromDays(60));
            (await Check(world, session)).Fulfils(Policies.SupportStaff).ShouldBeTrue();
        }

        (await world.Db(db => db.StaffMembers.Select(staff => staff.UsedAt).SingleAsync())).ShouldBe(world.Time.GetUtcNow());
    }

    private static async Task<Session> SessionOfSomebodyWithRoles(World world)
    {
        var (account, now) = (await world.Account(), world.Time.GetUtcNow());
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = "P1", Name = "Prodejce", Country = Country.Czechia };
        var session = new Session(account, "192.0.2.1", "Browser", now);
        await world.Add(partner, session, new StaffMember(account, OperatorRole.Agent, now), new PartnerMember(partner.Id, account, PartnerRole.Manager, now));
        return session;
    }

    private static async Task<CurrentUser> Check(World world, Session session)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var user = new CurrentUser();
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCheck.SessionClaim, session.Id.ToString())], "test"));
        (await scope.ServiceProvider.GetRequiredService<SessionCheck>().Fill(user, principal, TestContext.Current.CancellationToken)).ShouldBeTrue();
        return user;
    }
}
