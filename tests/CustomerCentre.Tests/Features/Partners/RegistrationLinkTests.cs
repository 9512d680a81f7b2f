using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Features.Partners;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Features.Registrations;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class RegistrationLinkTests
{
    [Fact]
    public async Task A_mailed_link_says_who_sends_it_and_holds_no_number()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        (await Make(seller, licence, "zakaznik@example.cz")).Value.Address.ShouldBeNull();

        var mail = await seller.World.Db(db => db.Outbox.SingleAsync());
        mail.To.Value.ShouldBe("zakaznik@example.cz");
        mail.Text!.ShouldContain("Prodejce");
        mail.Text!.ShouldContain("/registrations/link/");
        (mail.Text + mail.Html + mail.Subject).ShouldNotContain(licence.Text());
    }

    [Fact]
    public async Task A_link_is_shown_once_and_the_database_holds_its_hash_only()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var command = new CreateRegistrationLink.Command { Id = Guid.CreateVersion7(), LicenceId = licence.Id, IsShown = true };
        var token = TokenIn(await seller.Send(command));

        (await seller.Send(command)).Value.Address.ShouldBeNull();
        (await seller.World.Db(db => db.RegistrationLinks.SingleAsync())).TokenHash.ShouldNotBe(token);
    }

    [Fact]
    public async Task The_licence_of_another_partner_is_not_found()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        (await seller.Send(new CreateRegistrationLink.Command { Id = Guid.CreateVersion7(), LicenceId = licence.Id, IsShown = true }, seller.Other)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task A_newer_link_replaces_the_older()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var older = TokenIn(await Make(seller, licence));
        var newer = TokenIn(await Make(seller, licence));

        (await Condition(seller, older)).ShouldBe(LinkCondition.Expired);
        (await Condition(seller, newer)).ShouldBe(LinkCondition.Valid);
        (await Entry(seller, older)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task A_link_expires_after_thirty_days_and_a_cut_one_is_unknown()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var token = TokenIn(await Make(seller, licence));

        (await Condition(seller, token[1..])).ShouldBe(LinkCondition.Unknown);
        seller.World.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await Condition(seller, token)).ShouldBe(LinkCondition.Valid);
        seller.World.Time.Advance(TimeSpan.FromSeconds(1));
        (await Condition(seller, token)).ShouldBe(LinkCondition.Expired);
        (await Entry(seller, token)).Outcome.ShouldBe(Outcome.NotFound);
    }

    [Fact]
    public async Task Registering_by_the_link_uses_it_up_and_the_partner_learns_no_more_than_the_day()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var token = TokenIn(await Make(seller, licence));
        var customer = await seller.World.Account("zakaznik@example.cz");
        await seller.World.KnownCompany("1234", members: [(customer, MemberRole.Manager)]);
        var entry = (await Entry(seller, token, customer)).Value;

        (await seller.World.Send(Filled.Further("1234", entry.Number!), customer)).IsDone.ShouldBeTrue();

        (await Condition(seller, token)).ShouldBe(LinkCondition.Used);
        (await Entry(seller, token, customer)).Outcome.ShouldBe(Outcome.NotFound);
        (await seller.World.Db(db => db.RegistrationLinks.SingleAsync())).UsedAt.ShouldNotBeNull();
        (await seller.World.Db(db => db.Members.Select(member => member.AccountId).ToListAsync())).ShouldBe([customer]);
        (await seller.Send(new ListStock.Query(StockShow.Registered, null, 1))).Value.Rows.ShouldHaveSingleItem().RegisteredOn.ShouldBe(new DateOnly(2026, 11, 10));
    }

    [Fact]
    public async Task A_licence_registered_meanwhile_without_the_link_makes_the_link_worthless()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var token = TokenIn(await Make(seller, licence));
        await seller.Register(licence);

        (await Condition(seller, token)).ShouldBe(LinkCondition.Used);
        (await Entry(seller, token)).Outcome.ShouldBe(Outcome.NotFound);
        (await Make(seller, licence)).Errors.ShouldHaveSingleItem().Message.ShouldBe(PartnersTexts.LinkTooLate);
    }

    [Fact]
    public async Task A_first_product_opens_a_wizard_with_the_number_filled_in()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        var token = TokenIn(await Make(seller, licence));
        var customer = await seller.World.Account("novy@example.cz");
        var command = new OpenLinkedDraft.Command { Id = Guid.CreateVersion7(), Token = token };

        (await seller.World.Send(command, customer)).Value.Address.ShouldStartWith("/onboarding/products?draft=");
        (await seller.World.Send(command, customer)).IsDone.ShouldBeTrue();

        (await seller.World.Db(db => db.Drafts.CountAsync())).ShouldBe(1);
        var answers = (await seller.World.Send(new ReadDraft.Query(command.Id), customer)).Value.Answers;
        answers.Start.Path.ShouldBe(OnboardingPath.First);
        answers.Products.Licences.ShouldHaveSingleItem().Number.ShouldBe(licence.Text());
        (await Condition(seller, token)).ShouldBe(LinkCondition.Valid);

        (await seller.World.Send(Filled.First(licence), customer)).Value.Number.ShouldNotBeNull();
        (await Condition(seller, token)).ShouldBe(LinkCondition.Used);
        (await seller.World.Db(db => db.RegistrationLinks.SingleAsync())).UsedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_foreign_number_needs_a_known_sale_which_the_link_then_fills_in()
    {
        var (seller, unknown) = await Seller.Begin("SWM2019004711");
        await using var _ = seller;
        var known = await seller.World.LicenceAtPartner("SWM2019004712", soldOn: new(2026, 3, 1), saleDocument: "P-1");

        (await Make(seller, unknown)).Errors.ShouldHaveSingleItem().Message.ShouldBe(PartnersTexts.LinkNeedsSale);
        var entry = (await Entry(seller, TokenIn(await Make(seller, known)))).Value;
        (entry.Number, entry.PurchasedOn, entry.TaxDocument).ShouldBe(("SWM2019004712", new DateOnly(2026, 3, 1), "P-1"));
    }

    [Fact]
    public async Task Nobody_is_flooded_with_links()
    {
        var (seller, licence) = await Seller.Begin();
        await using var _ = seller;
        for (var i = 0; i < CreateRegistrationLink.PerReceiver.Most; i++)
            (await Make(seller, licence, "Zakaznik@example.cz")).IsDone.ShouldBeTrue();

        (await Make(seller, licence, "zakaznik@EXAMPLE.cz")).Errors.ShouldHaveSingleItem().Message.ShouldBe(PartnersTexts.TooManyLinksTo);
        (await Make(seller, licence, "jiny.zakaznik@example.cz")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Mail_needs_an_address()
    {
        var rules = new CreateRegistrationLink.Validator();
        var command = new CreateRegistrationLink.Command { Id = Guid.CreateVersion7(), LicenceId = Guid.CreateVersion7() };
        rules.Validate(command).Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe(PartnersTexts.EmailRequired);
        command.Email = "kdosi";
        rules.Validate(command).IsValid.ShouldBeFalse();
        command.IsShown = true;
        rules.Validate(command).IsValid.ShouldBeTrue();
    }

    private static Task<Result<CreateRegistrationLink.Answer>> Make(Seller seller, Licence licence, string? email = null) =>
        seller.Send(new CreateRegistrationLink.Command { Id = Guid.CreateVersion7(), LicenceId = licence.Id, Email = email, IsShown = email is null });

    private static string TokenIn(Result<CreateRegistrationLink.Answer> made) => made.Value.Address!.Split('/')[^1];

    private static async Task<LinkCondition> Condition(Seller seller, string token) => (await seller.World.Send(new FindRegistrationLink.Query(token))).Value.Condition;

    private static Task<Result<LicenceEntry>> Entry(Seller seller, string token, Guid? customer = null) =>
        seller.World.Send(new ReadLinkedLicence.Query(token), customer ?? seller.Me);
}
