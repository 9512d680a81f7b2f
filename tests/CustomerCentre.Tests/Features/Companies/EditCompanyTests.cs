using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
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

    [Fact]
    public async Task Five_known_companies_are_told_by_adding_their_numbers_and_then_every_number_is_refused()
    {
        await using var world = new World();
        string[] known = ["25313142", "27082440", "48136450", "00177041", "01569651", "00006947"];
        foreach (var (index, register) in known.Index())
            await world.KnownCompany($"{2000 + index}", register);
        var me = await world.Account();
        await WithoutRegisterNumber(world, me);

        foreach (var register in known)
            (await Add(world, me, register)).Errors.Single().Message.ShouldBe(CompaniesTexts.NumberCannotBeSaved);
        (await Add(world, me, "45274649")).Errors.Single().Message.ShouldBe(CompaniesTexts.NumberCannotBeSaved);

        world.Time.Advance(TimeSpan.FromDays(365));
        (await Add(world, me, "45274649")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_number_of_nobody_is_added_after_a_few_known_ones()
    {
        await using var world = new World();
        var me = await world.Account();
        await world.KnownCompany("2000", "25313142");
        await WithoutRegisterNumber(world, me);

        for (var i = 0; i < 6; i++)
            (await Add(world, me, "25313142")).IsDone.ShouldBeFalse();
        (await Add(world, me, "45274649")).IsDone.ShouldBeTrue();
    }

    private static async Task WithoutRegisterNumber(World world, Guid me)
    {
        await world.KnownCompany(register: "99000041", members: [(me, MemberRole.Colleague)]);
        await world.Db(async db =>
        {
            var customer = await db.Customers.SingleAsync(c => c.Members.Any());
            customer.Refresh(customer.Details with { RegistrationNumber = null });
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<Result<Nothing>> Add(World world, Guid me, string register)
    {
        var form = (await world.Send(new ReadCompany.Query("1234"), me)).Value.Company;
        form.RegistrationNumber = register;
        return await world.Send(new EditCompany.Command { Number = "1234", Company = form }, me);
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
