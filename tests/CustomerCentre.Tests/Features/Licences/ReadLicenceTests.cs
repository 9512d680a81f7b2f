using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

public sealed class ReadLicenceTests
{
    [Fact]
    public async Task A_member_reads_the_licence_with_its_add_ons_and_years()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        var pohoda = holding.Add("POHODA", LicenceKind.Net5, fromPartner: true, support: [2025, 2026]);
        var access = holding.Add("Access", LicenceKind.Cal, quantity: 2, basis: pohoda);
        await world.Add(holding.Rows);

        var licence = (await world.Send(new ReadLicence.Query(pohoda.Id), jana)).Value;
        (licence.CustomerNumber, licence.PartnerName, licence.Stations, licence.TaxDocument).ShouldBe(("5001", "Počítače Novák", 7, "FV-1"));
        licence.AddOns.ShouldHaveSingleItem().Id.ShouldBe(access.Id);
        licence.Years.Select(year => year.Year).ShouldBe([2026, 2025]);
        licence.NumbersSince.Count.ShouldBe(1);

        var addOn = (await world.Send(new ReadLicence.Query(access.Id), jana)).Value;
        addOn.Base!.Id.ShouldBe(pohoda.Id);
        addOn.Entitlement.Support.RestsOn.ShouldBe(pohoda.Id);
        addOn.Years.Count(year => year.Covered.Count > 0).ShouldBe(2);
    }

    [Fact]
    public async Task A_blocked_licence_says_when_and_why()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        var blocked = holding.Add("GLX", support: [2026]);
        blocked.End(LicenceEnd.Blocked, new(2026, 10, 2), "neuhrazená faktura");
        await world.Add(holding.Rows);

        var licence = (await world.Send(new ReadLicence.Query(blocked.Id), jana)).Value;

        (licence.Entitlement.Standing, licence.Entitlement.EndedOn, licence.Entitlement.EndNote).ShouldBe((LicenceStanding.Blocked, new DateOnly(2026, 10, 2), "neuhrazená faktura"));
        licence.Entitlement.Support.IsEntitled.ShouldBeFalse();
    }

    [Fact]
    public async Task The_licence_of_another_company_and_of_nobody_is_not_found()
    {
        await using var world = new World();
        var stranger = await world.Account();
        var holding = new Holding("5001", "Pekařství");
        var theirs = holding.Add("POHODA");
        var unsold = holding.Add("TAX", bound: false);
        await world.Add([.. holding.Rows, .. new Holding("5002", "Cizí", stranger).Rows]);

        foreach (var id in (Guid[])[theirs.Id, unsold.Id, Guid.NewGuid()])
            (await world.Send(new ReadLicence.Query(id), stranger)).Outcome.ShouldBe(Outcome.NotFound);
    }
}
