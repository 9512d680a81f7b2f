using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class LastNoticesTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task A_draft_goes_ninety_days_after_the_last_touch_and_its_owner_is_told_once_a_week_before()
    {
        await world.Add(new OnboardingDraft(Guid.CreateVersion7(), await world.Account(), Now));
        await TellsOnDay(84, "DraftEnds", db => db.Drafts);
    }

    [Fact]
    public async Task A_pending_request_goes_after_ninety_days_with_the_licences_kept_for_it()
    {
        var request = new AccessRequest(Guid.CreateVersion7(), await world.Account(), "1234", "25313142", Now);
        var product = new Product { Id = Guid.CreateVersion7(), Code = "P", Name = "P", Line = "P" };
        var licence = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Single, LicenceNumber.New(), Now);
        await world.Add(request, product, licence, new ReservedLicence
        {
            LicenceId = licence.Id,
            AccessRequestId = request.Id,
            PurchasedOn = new(2026, 11, 1),
            TermsVersion = "1",
            Until = Now.AddDays(200),
        });

        await TellsOnDay(84, "RequestEnds", db => db.AccessRequests);
        (await Count(db => db.ReservedLicences)).ShouldBe(0);
    }

    [Fact]
    public async Task A_licence_is_free_again_when_its_reservation_runs_out()
    {
        var request = new AccessRequest(Guid.CreateVersion7(), await world.Account(), "1234", "25313142", Now);
        var product = new Product { Id = Guid.CreateVersion7(), Code = "P", Name = "P", Line = "P" };
        var licence = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Single, LicenceNumber.New(), Now);
        await world.Add(request, product, licence, new ReservedLicence
        {
            LicenceId = licence.Id,
            AccessRequestId = request.Id,
            PurchasedOn = new(2026, 11, 1),
            TermsVersion = "1",
            Until = Now.AddDays(14),
        });

        world.Time.Advance(TimeSpan.FromDays(13));
        await world.Tidy();
        (await Count(db => db.ReservedLicences)).ShouldBe(1);
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Tidy();
        (await Count(db => db.ReservedLicences)).ShouldBe(0);
        (await Count(db => db.AccessRequests)).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_goes_unannounced_when_the_job_has_slept_for_months()
    {
        await world.Add(new OnboardingDraft(Guid.CreateVersion7(), await world.Account(), Now));
        world.Time.Advance(TimeSpan.FromDays(200));
        await world.Tidy();
        world.Time.Advance(TimeSpan.FromDays(6));
        await world.Tidy();
        (await Count(db => db.Drafts)).ShouldBe(1);

        world.Time.Advance(TimeSpan.FromDays(1));
        await world.Tidy();
        (await Count(db => db.Drafts)).ShouldBe(0);
    }

    [Fact]
    public async Task A_touch_begins_the_time_anew()
    {
        var draft = new OnboardingDraft(Guid.CreateVersion7(), await world.Account(), Now);
        await world.Add(draft);
        world.Time.Advance(TimeSpan.FromDays(85));
        await world.Tidy();
        await world.Db(async db =>
        {
            (await db.Drafts.SingleAsync(Token)).Keep("{}", "company", Now);
            return await db.SaveChangesAsync(Token);
        });

        world.Time.Advance(TimeSpan.FromDays(84));
        await world.Tidy();
        (await Count(db => db.Drafts)).ShouldBe(1);
        (await Count(db => db.Outbox)).ShouldBe(2);
    }

    [Fact]
    public async Task The_notice_names_the_day_in_the_language_of_its_receiver()
    {
        await world.Add(new OnboardingDraft(Guid.CreateVersion7(), await world.Account(), Now));
        world.Time.Advance(TimeSpan.FromDays(84));
        await world.Tidy();
        (await world.Db(db => db.Outbox.SingleAsync(Token))).Text!.ShouldContain("smažeme 9. 2. 2027");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => world.Time.GetUtcNow();

    private Task<int> Count<T>(Func<CustomerCentreDb, IQueryable<T>> rows) => world.Db(db => rows(db).CountAsync(Token));

    private async Task TellsOnDay(int day, string kind, Func<CustomerCentreDb, IQueryable<object>> rows)
    {
        world.Time.Advance(TimeSpan.FromDays(day - 2));
        await world.Tidy();
        (await Count(db => db.Outbox)).ShouldBe(0);

        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Tidy();
        await world.Tidy();
        (await world.Db(db => db.Outbox.SingleAsync(Token))).Kind.ShouldBe(kind);

        world.Time.Advance(TimeSpan.FromDays(5));
        await world.Tidy();
        (await Count(rows)).ShouldBe(1);

        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Tidy();
        (await Count(rows)).ShouldBe(0);
        (await Count(db => db.Outbox)).ShouldBe(1);
    }
}
