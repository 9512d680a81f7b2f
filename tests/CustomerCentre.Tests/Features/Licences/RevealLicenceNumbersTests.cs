using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

public sealed class RevealLicenceNumbersTests
{
    [Fact]
    public async Task A_member_is_shown_the_current_number_and_the_one_it_replaced()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        var licence = holding.Add("POHODA");
        await world.Add(holding.Rows);
        var number = await world.Db(db => Holding.Replace(db, licence, world.Time.GetUtcNow()));

        var numbers = (await world.Send(new RevealLicenceNumbers.Command(licence.Id), jana)).Value.Numbers;

        numbers.Select(shown => (shown.Value, shown.IsCurrent)).ShouldBe([(number, true), (licence.Numbers.Single().Number, false)]);
    }

    [Fact]
    public async Task Each_look_is_written_down_without_the_number()
    {
        await using var world = new World();
        var jana = await world.Account();
        var holding = new Holding("5001", "Pekařství", jana);
        var licence = holding.Add("POHODA");
        await world.Add(holding.Rows);

        await world.Send(new RevealLicenceNumbers.Command(licence.Id), jana);
        await world.Send(new RevealLicenceNumbers.Command(licence.Id), jana);

        var entries = await world.Db(db => Task.FromResult(db.Audit.ToList()));
        entries.Count.ShouldBe(2);
        entries.ShouldAllBe(entry => entry.Event == "LicenceNumbersRevealed" && entry.AccountId == jana && entry.CustomerId == holding.Customer.Id && entry.SubjectId == licence.Id);
        entries.ShouldAllBe(entry => entry.Note == null);
    }

    [Fact]
    public async Task A_stranger_is_shown_nothing_and_nothing_is_written()
    {
        await using var world = new World();
        var stranger = await world.Account();
        var holding = new Holding("5001", "Pekařství");
        var licence = holding.Add("POHODA");
        await world.Add(holding.Rows);

        (await world.Send(new RevealLicenceNumbers.Command(licence.Id), stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Db(db => Task.FromResult(db.Audit.Any()))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_only_looks_and_is_told_so()
    {
        await using var world = new World();
        var reader = await world.Account();
        var holding = new Holding("5001", "Pekařství").With(reader, MemberRole.Reader);
        var licence = holding.Add("POHODA");
        await world.Add(holding.Rows);

        (await world.Send(new ReadLicence.Query(licence.Id), reader)).Value.MayReveal.ShouldBeFalse();
        (await world.Send(new RevealLicenceNumbers.Command(licence.Id), reader)).Outcome.ShouldBe(Outcome.Refused);
        (await world.Db(db => Task.FromResult(db.Audit.Any()))).ShouldBeFalse();
    }

    [Fact]
    public void An_answer_never_prints_the_number()
    {
        var number = CustomerCentre.Domain.Identifiers.LicenceNumber.New();
        new RevealLicenceNumbers.Number(number, true, DateTimeOffset.UnixEpoch).ToString().ShouldNotContain(number.Value);
    }
}
