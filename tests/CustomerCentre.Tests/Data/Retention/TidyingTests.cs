using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class TidyingTests : IAsyncDisposable
{
    private readonly World world = new();

    [Fact]
    public async Task An_unconfirmed_sign_up_goes_after_a_week_with_its_links()
    {
        var signUp = new SignUp(Guid.CreateVersion7(), EmailAddress.Parse("jana@posta.example"), "hash", "cs", null, Now);
        var other = MailedLink.Create(LinkPurpose.ResetPassword, signUp.Id, Now.AddDays(30)).Link;
        await world.Add(signUp, MailedLink.Create(LinkPurpose.ConfirmEmail, signUp.Id, Now.AddDays(30)).Link, other);

        await world.StaysUntil(7, db => db.SignUps.Where(row => row.Id == signUp.Id));
        (await world.Db(db => db.MailedLinks.SingleAsync(Token))).TokenHash.ShouldBe(other.TokenHash);
    }

    [Fact]
    public async Task A_confirmed_sign_up_goes_a_week_after_its_confirmation()
    {
        var signUp = new SignUp(Guid.CreateVersion7(), EmailAddress.Parse("jana@posta.example"), "hash", "cs", null, Now.AddDays(-6));
        signUp.Confirm(Now);
        await world.Add(signUp);
        await world.StaysUntil(7, db => db.SignUps);
    }

    [Fact]
    public async Task A_mailed_link_goes_a_week_after_it_expired()
    {
        await world.Add(MailedLink.Create(LinkPurpose.ResetPassword, Guid.CreateVersion7(), Now).Link);
        await world.StaysUntil(7, db => db.MailedLinks);
    }

    [Fact]
    public async Task A_finished_draft_goes_after_ninety_days_without_a_word()
    {
        var draft = new OnboardingDraft(Guid.CreateVersion7(), await world.Account(), Now.AddDays(-5));
        draft.Finish(null, Now);
        await world.Add(draft);
        await world.StaysUntil(90, db => db.Drafts);
        (await world.Db(db => db.Outbox.CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task A_decided_request_for_access_goes_after_a_year()
    {
        var account = await world.Account();
        var request = new AccessRequest(Guid.CreateVersion7(), account, "1234", "25313142", Now.AddDays(-5));
        request.Refuse(account, Now);
        await world.Add(request);
        await world.StaysUntil(365, db => db.AccessRequests);
    }

    [Fact]
    public async Task A_dispute_that_stands_loses_its_evidence_after_a_year_and_is_kept()
    {
        var disputed = await Disputed();
        await world.StaysUntil(365, db => db.AccessRequests.Where(row => row.TypedNumber != "" && row.TypedRegister != "" && row.Message != null));
        (await world.Db(db => db.StandingDisputes().SingleAsync(Token))).Id.ShouldBe(disputed.Id);
    }

    [Fact]
    public async Task A_dispute_that_the_operator_ended_goes_before_the_decision_that_ended_it()
    {
        await using var other = new World(settings: ("Retention:BatchSize", "1"));
        var customer = await other.KnownCompany();
        var account = await other.Account();
        var now = other.Time.GetUtcNow();
        var dispute = AccessRequest.DisputeOf(new Member(customer.Id, account, MemberRole.Reader, now), customer.Number, now);
        var later = new AccessRequest(Guid.CreateVersion7(), account, "1234", "25313142", now.AddDays(-5)) { CustomerId = customer.Id };
        await other.Add(dispute, later);
        await other.Db(async db =>
        {
            var (request, known) = (await db.AccessRequests.SingleAsync(row => row.Id == later.Id), await db.Customers.Include(c => c.Members).SingleAsync());
            request.Approve(known, AccessProof.Operator, MemberRole.Colleague, null, now.AddDays(1));
            return await db.SaveChangesAsync(Token);
        });

        other.Time.Advance(TimeSpan.FromDays(367));
        await other.Tidy();
        (await other.Db(db => db.AccessRequests.CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task The_body_of_a_mail_goes_a_week_after_sending_and_the_fact_after_two_years()
    {
        await world.Add(Mail(sent: Now, due: null));
        await world.StaysUntil(7, db => db.Outbox.Where(mail => mail.Text != null && mail.Html != null));
        (await world.Db(db => db.Outbox.SingleAsync(Token))).Subject.ShouldBe("Předmět");
        await world.StaysUntil(730, db => db.Outbox, alreadyPassed: 8);
    }

    [Fact]
    public async Task The_body_of_a_mail_that_was_given_up_goes_a_week_after_writing()
    {
        await world.Add(Mail(sent: null, due: null));
        await world.StaysUntil(7, db => db.Outbox.Where(mail => mail.Text != null));
    }

    [Fact]
    public async Task A_mail_that_waits_is_never_touched()
    {
        await world.Add(Mail(sent: null, due: Now));
        world.Time.Advance(TimeSpan.FromDays(1000));
        await world.Tidy();
        (await world.Db(db => db.Outbox.SingleAsync(Token))).Text.ShouldBe("Text");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_goes_half_a_year_after_it_ended_or_was_opened(bool ended)
    {
        var session = new Session(await world.Account(), "192.0.2.1", "Browser", ended ? Now.AddDays(-100) : Now);
        if (ended)
            session.End(Now);
        await world.Add(session);
        await world.StaysUntil(180, db => db.Sessions);
    }

    [Fact]
    public async Task The_audit_forgets_who_it_was_after_three_years_and_keeps_the_fact()
    {
        await world.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = Now, Event = "Test", AccountId = Guid.CreateVersion7(), Note = "Note" });
        await world.StaysUntil(1095, db => db.Audit.Where(entry => entry.AccountId != null && entry.Note != null));
        (await world.Db(db => db.Audit.SingleAsync(Token))).Event.ShouldBe("Test");
    }

    [Fact]
    public async Task A_counter_of_tries_goes_when_its_window_is_over()
    {
        await world.Add(new AttemptCounter { Key = new string('0', AttemptCounter.KeyLength), Count = 3, ResetsAt = Now.AddDays(1) });
        await world.StaysUntil(1, db => db.Attempts, margin: TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_code_of_a_sign_in_goes_a_week_after_it_ended_and_a_trusted_browser_at_once()
    {
        var account = await world.Account();
        await world.Add(new FactorCode(Guid.CreateVersion7(), account, "protected", Now - FactorCode.Lifetime), TrustedBrowser.Create(account, "token", "192.0.2.1", "Browser", Now - TrustedBrowser.Lifetime + TimeSpan.FromDays(1)));
        await world.StaysUntil(1, db => db.TrustedBrowsers, margin: TimeSpan.FromMinutes(1));
        await world.StaysUntil(7, db => db.FactorCodes, alreadyPassed: 1);
    }

    [Fact]
    public async Task More_than_one_batch_goes_in_one_night()
    {
        await using var small = new World(settings: ("Retention:BatchSize", "2"));
        await small.Add([.. Enumerable.Range(0, 5).Select(_ => MailedLink.Create(LinkPurpose.ResetPassword, Guid.CreateVersion7(), small.Time.GetUtcNow()).Link)]);
        small.Time.Advance(TimeSpan.FromDays(8));
        await small.Tidy();
        (await small.Db(db => db.MailedLinks.CountAsync(Token))).ShouldBe(0);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => world.Time.GetUtcNow();

    private async Task<AccessRequest> Disputed()
    {
        var (customer, account) = (await world.KnownCompany(), await world.Account());
        var request = new AccessRequest(Guid.CreateVersion7(), account, "1234", "25313142", Now.AddDays(-5)) { CustomerId = customer.Id, Message = "Jsem nová účetní." };
        request.Approve(Customer.Open(customer.Id, customer.Number, customer.Details, RegisterCheck.None, Now), AccessProof.ContactEmail, MemberRole.Colleague, null, Now);
        request.Dispute(Now);
        await world.Add(request);
        return request;
    }

    private OutgoingMail Mail(DateTimeOffset? sent, DateTimeOffset? due) => new()
    {
        Id = Guid.CreateVersion7(),
        To = EmailAddress.Parse("jana@posta.example"),
        Kind = "Test",
        Subject = "Předmět",
        Text = "Text",
        Html = "Html",
        CreatedAt = Now,
        SentAt = sent,
        DueAt = due,
    };
}
