using System.Text.RegularExpressions;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Companies.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Companies.Partners;

public sealed partial class CheckCodeTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task A_code_is_shown_once_and_only_its_hash_is_kept()
    {
        var me = await Manager();
        var answer = (await Make(me)).Value;
        var code = answer.Code.ShouldNotBeNull();
        Shape().IsMatch(code).ShouldBeTrue();
        answer.ExpiresAt.ShouldBe(world.Time.GetUtcNow() + CheckCode.Lifetime);

        var kept = await world.Db(db => db.CheckCodes.SingleAsync());
        kept.CodeHash.ShouldBe(CheckCode.HashOf(code));
        kept.CodeHash.ShouldBe(CheckCode.HashOf($" {code.Replace("-", " ").ToLowerInvariant()} "));
        kept.CodeHash.ShouldNotContain(code.Replace("-", ""));
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(0);
        (await Open(me)).Single().MadeBy.ShouldBe("jana@example.cz");
    }

    [Fact]
    public async Task It_is_mailed_to_the_partner_and_then_not_shown()
    {
        var me = await Manager();
        await world.Partner(email: "obchod@prodejce.cz");
        var answer = (await Make(me, isMailed: true, partner: "P1")).Value;
        (answer.Code, answer.Partner).ShouldBe((null, "Prodejce"));

        var mail = await world.Db(db => db.Outbox.SingleAsync());
        mail.To.Value.ShouldBe("obchod@prodejce.cz");
        mail.Subject.ShouldNotContain("Známá");
        CheckCode.HashOf(Anywhere().Match(mail.Text!).Value).ShouldBe((await world.Db(db => db.CheckCodes.SingleAsync())).CodeHash);
    }

    [Fact]
    public async Task To_a_partner_without_an_e_mail_nothing_is_made()
    {
        var me = await Manager();
        await world.Partner();
        (await Make(me, isMailed: true, partner: "P1")).Errors.Single().ShouldBe(new("Partner", CompanyTrustTexts.PartnerWithoutEmail));
        (await Make(me, isMailed: true, partner: "P9")).Errors.Single().ShouldBe(new("Partner", CompanyTrustTexts.PartnerUnknown));
        (await Make(me, isMailed: true)).Errors.Single().ShouldBe(new("Partner", CompanyTrustTexts.PartnerMissing));
        (await world.Db(db => db.CheckCodes.CountAsync())).ShouldBe(0);
        (await world.Db(db => db.Audit.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_code_that_waits_is_withdrawn_by_its_own_customer_alone()
    {
        var me = await Manager();
        var stranger = await world.Account("cizi@example.cz");
        await world.KnownCompany("4321", "45274649", members: [(stranger, MemberRole.Manager)]);
        await Make(me);
        var hash = (await Open(me)).Single().Hash;

        (await world.Send(new WithdrawCheckCode.Command("4321", hash), stranger)).Outcome.ShouldBe(Outcome.NotFound);
        (await world.Send(new WithdrawCheckCode.Command("1234", hash), me)).IsDone.ShouldBeTrue();
        (await Open(me)).ShouldBeEmpty();
        (await world.Db(db => db.Audit.Select(entry => entry.Event).ToListAsync())).ShouldBe(["CheckCodeMade", "CheckCodeWithdrawn"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_codes_that_can_be_used_are_listed_and_only_so_many_wait()
    {
        var me = await Manager();
        foreach (var _ in Enumerable.Range(0, CheckCode.MostOpen))
            (await Make(me)).IsDone.ShouldBeTrue();
        (await Make(me)).Errors.Single().Message.ShouldBe(CompanyTrustTexts.TooManyCodes);

        var partner = await world.Partner();
        await world.Db(async db =>
        {
            (await db.CheckCodes.FirstAsync()).Use(partner.Id, world.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        (await Open(me)).Count.ShouldBe(CheckCode.MostOpen - 1);
        world.Time.Advance(CheckCode.Lifetime);
        (await Open(me)).ShouldBeEmpty();
        (await Make(me)).IsDone.ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<Guid> Manager()
    {
        var me = await world.Account();
        await world.KnownCompany(members: [(me, MemberRole.Manager)]);
        return me;
    }

    private Task<Result<MakeCheckCode.Answer>> Make(Guid me, bool isMailed = false, string? partner = null) =>
        world.Send(new MakeCheckCode.Command { Number = "1234", IsMailed = isMailed, Partner = partner }, me);

    private async Task<IReadOnlyList<ReadPartnerAccess.Code>> Open(Guid me) => (await world.Send(new ReadPartnerAccess.Query("1234"), me)).Value.Codes;

    [GeneratedRegex("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b")]
    private static partial Regex Anywhere();
}
