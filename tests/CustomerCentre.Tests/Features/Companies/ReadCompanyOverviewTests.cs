using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Companies;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class ReadCompanyOverviewTests
{
    [Fact]
    public async Task Many_licences_are_all_counted_and_the_most_urgent_found_wherever_they_stand()
    {
        await using var world = new World();
        var me = await world.Account();
        var customer = await world.KnownCompany(members: [(me, MemberRole.Reader)]);
        var product = (await world.LicenceInStock()).ProductId;
        var licences = Enumerable.Range(0, ReadCompanyOverview.PartSize + 1).Select(_ => Bought(world, product, customer.Id, new(2024, 3, 1))).ToList();
        var soon = Bought(world, product, customer.Id, new(2026, 3, 1));
        await world.Add([.. licences, soon]);

        var answer = (await world.Send(new ReadCompanyOverview.Query("1234"), me)).Value;

        answer.Counts.ShouldBe(new Dictionary<LicenceStanding, int> { [LicenceStanding.Expired] = licences.Count, [LicenceStanding.EndsSoon] = 1 }, ignoreOrder: true);
        answer.Attention.Count.ShouldBe(5);
        (answer.Attention[0].Id, answer.Attention[0].Standing).ShouldBe((soon.Id, LicenceStanding.EndsSoon));
    }

    private static Licence Bought(World world, Guid productId, Guid customerId, DateOnly day)
    {
        var licence = Licence.Make(Guid.CreateVersion7(), productId, LicenceKind.Single, LicenceNumber.New(), world.Time.GetUtcNow());
        licence.BindTo(customerId, new Purchase(day, null), world.Time.GetUtcNow());
        licence.AddSupport(SupportRule.Default.PeriodsFor(licence.Id, day));
        return licence;
    }
}
