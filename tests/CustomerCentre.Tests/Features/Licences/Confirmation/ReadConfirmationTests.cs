using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Licences.Confirmation;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

public sealed class ReadConfirmationTests : IAsyncLifetime
{
    private readonly World world = new();
    private Guid jana;

    public async ValueTask InitializeAsync() => jana = await world.Account();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_manager_reads_who_owns_what()
    {
        var owner = new Owner().Called("Účetní dům, s.r.o.").With(jana, MemberRole.Manager);
        var sql = owner.Buys("POHODA SQL Jazz", LicenceKind.Net3, owner.Meets("Počítače Novák"));
        owner.Buys("POHODA SQL Jazz CAL", LicenceKind.Cal, onto: sql, quantity: 2);
        await owner.Into(world);

        var read = (await Read(owner.Number)).Value;

        read.Name.ShouldBe("Účetní dům, s.r.o.");
        read.Number.ToString().ShouldBe("123 456 7890");
        read.RegisterNumber.ShouldBe("12345678");
        read.VatNumber.ShouldBe("CZ25313142");
        read.On.ShouldBe(new DateOnly(2026, 11, 10));
        read.Licences.Select(licence => (licence.Product, licence.Stations, licence.PartnerName)).ShouldBe([("POHODA SQL Jazz", 5, "Počítače Novák"), ("POHODA SQL Jazz CAL", 2, null)]);
        read.Licences[0].Number.ShouldBe(sql.Numbers.Single().Number);
        read.Licences.ShouldAllBe(licence => licence.Support.Until == new DateOnly(2027, 12, 31));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_and_leaves_no_trace()
    {
        var owner = new Owner().Called("Cizí firma").With(await world.Account("petr@example.cz"), MemberRole.Manager);
        await owner.Into(world);
        (await Read(owner.Number)).Outcome.ShouldBe(Outcome.NotFound);
        (await Read("999999")).Outcome.ShouldBe(Outcome.NotFound);
        (await Read("<b>")).Outcome.ShouldBe(Outcome.NotFound);
        (await Looks()).ShouldBe(0);
    }

    [Fact]
    public async Task A_visitor_is_refused() => (await world.Send(new ReadConfirmation.Query("1234567890"))).Outcome.ShouldBe(Outcome.Refused);

    [Fact]
    public async Task A_reader_is_refused_because_the_numbers_are_secrets()
    {
        var owner = new Owner().Called("Účetní dům").With(jana, MemberRole.Reader);
        await owner.Into(world);
        (await Read(owner.Number)).Outcome.ShouldBe(Outcome.Refused);
        (await Looks()).ShouldBe(0);
    }

    [Theory]
    [InlineData("7654")]
    [InlineData("123 456 7890")]
    public async Task An_old_number_and_spaces_lead_to_the_number_of_today(string typed)
    {
        var owner = new Owner().Called("Účetní dům").With(jana, MemberRole.Colleague).Once("7654");
        await owner.Into(world);
        (await Read(typed)).Value.Number.Value.ShouldBe("1234567890");
    }

    [Fact]
    public async Task A_colleague_does_not_see_the_vat_number()
    {
        var owner = new Owner().Called("Účetní dům").With(jana, MemberRole.Colleague);
        await owner.Into(world);
        (await Read(owner.Number)).Value.VatNumber.ShouldBeNull();
    }

    [Theory]
    [InlineData(CustomerKind.SoleTrader, null)]
    [InlineData(CustomerKind.Consumer, null)]
    [InlineData(CustomerKind.Company, "CZ699001182")]
    public async Task What_may_be_a_birth_number_is_never_printed(CustomerKind kind, string? printed)
    {
        var owner = new Owner(kind: kind).Called("Jan Novák", printed ?? "CZ9055011251").With(jana, MemberRole.Manager);
        await owner.Into(world);
        (await Read(owner.Number)).Value.VatNumber.ShouldBe(printed);
    }

    [Fact]
    public async Task Licences_that_ended_are_left_out()
    {
        var owner = new Owner().Called("Účetní dům").With(jana, MemberRole.Manager);
        owner.Buys("TAX").End(LicenceEnd.Returned, new DateOnly(2026, 11, 1), null);
        owner.Buys("GLX");
        await owner.Into(world);
        (await Read(owner.Number)).Value.Licences.Select(licence => licence.Product).ShouldBe(["GLX"]);
    }

    [Fact]
    public async Task Each_look_is_written_down_without_a_licence_number()
    {
        var owner = new Owner().Called("Účetní dům").With(jana, MemberRole.Colleague);
        owner.Buys("GLX");
        await owner.Into(world);
        await Read(owner.Number);
        await Read(owner.Number);
        var entries = await world.Db(db => db.Audit.Where(entry => entry.Event == "LicenceConfirmationRead").ToListAsync());
        entries.Count.ShouldBe(2);
        entries.ShouldAllBe(entry => entry.AccountId == jana && entry.CustomerId == owner.Id && entry.Note == null);
    }

    private Task<Result<ReadConfirmation.Answer>> Read(string number) => world.Send(new ReadConfirmation.Query(number), jana);

    private Task<int> Looks() => world.Db(db => db.Audit.CountAsync());
}
