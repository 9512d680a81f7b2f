using CustomerCentre.Tests.Features.Support.Calls;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.SingleSignOn;

public sealed class ActingAgentTests
{
    [Fact]
    public async Task An_agent_who_sees_as_a_customer_comes_to_a_service_as_himself()
    {
        await using var world = new ServicePortal();
        var desk = await Desk.At(world.Portal, "7301");
        (await desk.SeeAs()).Leads.ShouldBe(desk.Pages);
        (await desk.Browser.Get(desk.Pages)).Document.QuerySelector(".see-as").ShouldNotBeNull();

        var tokens = await world.Shop.SignIn(desk.Browser);

        (await world.Shop.Validate(tokens.Id!)).Subject.ShouldBe($"{desk.Agent}");
        var told = await Service.Read(await world.Shop.UserInfo(tokens.Access));
        told.GetProperty("sub").GetString().ShouldBe($"{desk.Agent}");
        told.TryGetProperty("customers", out _).ShouldBeFalse();
        (await world.Portal.Db(db => db.ServiceVisits.Select(visit => visit.AccountId).ToListAsync())).ShouldBe([desk.Agent]);
    }
}
