using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class EditCompanyTests
{
    [Theory]
    [InlineData(59, Verification.Valid)]
    [InlineData(60, Verification.Unknown)]
    public async Task Editing_shares_the_limit_of_register_look_ups(int lookUps, Verification verification)
    {
        await using var world = new World(settings: ("Registers:Mode", "Sample"));
        var (me, command) = await Editing(world);
        for (var i = 0; i < lookUps; i++)
            await world.Send(new FindCompany.Query("CZ", "25313142"), me);

        (await world.Send(command, me)).IsDone.ShouldBeTrue();
        (await world.Db(db => db.Customers.SingleAsync())).Check.Verification.ShouldBe(verification);
    }

    [Theory]
    [InlineData(true, Outcome.NotFound)]
    [InlineData(false, Outcome.Refused)]
    public async Task A_right_lost_while_the_register_thought_is_not_used(bool removed, Outcome outcome)
    {
        await using var world = new World(services =>
            services.AddScoped<IPipelineBehavior<CheckDetails.Query, Result<RegisterCheck>>>(provider => new RightTaker(provider.GetRequiredService<CustomerCentreDb>(), removed)));
        var (me, command) = await Editing(world);

        (await world.Send(command, me)).Outcome.ShouldBe(outcome);
        (await world.Db(db => db.Customers.SingleAsync())).EditedAt.ShouldBeNull();
    }

    private static async Task<(Guid Me, EditCompany.Command Command)> Editing(World world)
    {
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        var form = (await world.Send(new ReadCompany.Query("1234"), me)).Value.Company;
        form.City = "Třebíč";
        return (me, new EditCompany.Command { Number = "1234", Company = form });
    }

    /// <summary>Takes the right away while the register is asked.</summary>
    private sealed class RightTaker(CustomerCentreDb db, bool removed) : IPipelineBehavior<CheckDetails.Query, Result<RegisterCheck>>
    {
        public async Task<Result<RegisterCheck>> Handle(CheckDetails.Query request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<RegisterCheck>> next)
        {
            if (removed)
                await db.Members.ExecuteDeleteAsync(cancellationToken);
            else
                await db.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, MemberRole.Reader), cancellationToken);
            return await next();
        }
    }
}
