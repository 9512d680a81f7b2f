using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class CheckLicenceTests
{
    [Fact]
    public async Task A_number_at_a_partner_says_its_product_and_type()
    {
        await using var world = new World();
        var licence = await world.LicenceAtPartner(kind: LicenceKind.Net3);

        (await world.Send(new CheckLicence.Query { Number = licence.Text().ToLowerInvariant() }, await world.Account())).Value
            .ShouldBe(new CheckLicence.Answer("POHODA Jazz", LicenceKind.Net3, false));
    }

    [Fact]
    public async Task A_mistyped_character_is_said_before_anything_is_looked_up()
    {
        await using var world = new World();
        var text = (await world.LicenceAtPartner()).Text();
        var wrong = text[..^1] + (text[^1] == '7' ? '8' : '7');

        (await world.Send(new CheckLicence.Query { Number = wrong }, await world.Account())).Errors.Single().Message.ShouldBe(RegistrationsTexts.CheckCharacters);
        (await world.Db(db => db.Attempts.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("ABC777XYZ")]
    [InlineData("ABC777XYY")]
    public async Task A_foreign_number_alone_tells_nothing_whether_it_exists_or_not(string number)
    {
        await using var world = new World();
        await world.LicenceAtPartner("ABC777XYZ", soldOn: Filled.Bought);

        (await world.Send(new CheckLicence.Query { Number = number }, await world.Account())).Value.ShouldBe(new CheckLicence.Answer(null, null, true));
    }

    [Fact]
    public async Task A_foreign_number_with_its_purchase_date_says_its_product()
    {
        await using var world = new World();
        await world.LicenceAtPartner("ABC777XYZ", soldOn: Filled.Bought);

        (await world.Send(new CheckLicence.Query { Number = "ABC777XYZ", PurchasedOn = Filled.Bought }, await world.Account())).Value.Product.ShouldBe("POHODA Jazz");
    }

    [Fact]
    public async Task Looking_again_at_one_mistake_is_no_further_mistake_and_opens_no_contest()
    {
        await using var world = new World();
        var licence = await world.LicenceAtPartner();
        var owner = await world.Account("majitel@example.cz");
        (await world.Send(Filled.First(licence), owner)).IsDone.ShouldBeTrue();
        var me = await world.Account();

        for (var i = 0; i < 30; i++)
            (await world.Send(new CheckLicence.Query { Number = licence.Text() }, me)).Errors.Single().Message.ShouldBe(RegistrationsTexts.CannotBeRegistered);
        (await world.Db(db => db.Contests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void A_query_never_prints_its_number() =>
        new CheckLicence.Query { Number = "ABC777XYZ" }.ToString()!.ShouldNotContain("ABC777XYZ");
}
