using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.Support;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Retention;

public sealed class SupportTidyingTests : IAsyncDisposable
{
    private readonly World world = new();

    private DateTimeOffset Now => world.Time.GetUtcNow();

    [Fact]
    public async Task Of_a_look_up_the_fact_stays_when_the_person_goes()
    {
        var (customer, account) = (await world.KnownCompany(), await world.Account());
        await world.Add(new LookUp(Guid.NewGuid(), customer.Id, account, OperatorRole.Agent, LookUpReason.Call, Now) { Initials = "JN" });
        await world.StaysUntil(1095, db => db.LookUps.Where(lookUp => lookUp.AccountId != null && lookUp.Initials != null));
        (await world.Db(db => db.LookUps.SingleAsync())).Reason.ShouldBe(LookUpReason.Call);
    }

    [Fact]
    public async Task Of_a_partners_check_the_fact_stays_when_the_person_goes()
    {
        var (customer, partner, account) = (await world.KnownCompany(), await world.Partner(), await world.Account());
        await world.Add(new PartnerCheck
        {
            Id = Guid.NewGuid(),
            CustomerId = customer.Id,
            PartnerId = partner.Id,
            AccountId = account,
            Channel = CheckChannel.Page,
            Purpose = CheckPurpose.Order,
            At = Now,
        });
        await world.StaysUntil(1095, db => db.PartnerChecks.Where(check => check.AccountId != null));
        (await world.Db(db => db.PartnerChecks.SingleAsync())).PartnerId.ShouldBe(partner.Id);
    }

    [Fact]
    public async Task The_audit_forgets_the_account_it_is_about_and_keeps_a_thing()
    {
        var (account, thing) = (await world.Account(), Guid.NewGuid());
        await world.Add(
            new AuditEntry { Id = Guid.CreateVersion7(), At = Now, Event = "SignedIn", SubjectId = account },
            new AuditEntry { Id = Guid.CreateVersion7(), At = Now, Event = "LicenceRegistered", SubjectId = thing });
        await world.StaysUntil(1095, db => db.Audit.Where(entry => entry.SubjectId == account));
        (await world.Db(db => db.Audit.Select(entry => entry.SubjectId).ToListAsync())).ShouldBe([null, thing], ignoreOrder: true);
    }

    [Fact]
    public async Task A_code_of_a_caller_goes_a_week_after_it_expired()
    {
        await world.Add(new CallerCode(Guid.NewGuid(), CallerCodeKind.Pin, (await world.KnownCompany()).Id, await world.Account(), "protected", Now, Now));
        await world.StaysUntil(7, db => db.CallerCodes);
    }

    [Fact]
    public async Task A_code_for_a_partner_goes_a_week_after_it_expired()
    {
        await world.Add(new CheckCode(CheckCode.HashOf("x"), (await world.KnownCompany()).Id, await world.Account(), Now, Now));
        await world.StaysUntil(7, db => db.CheckCodes);
    }

    [Fact]
    public async Task A_registration_link_goes_a_week_after_it_expired()
    {
        var licence = await world.LicenceAtPartner();
        await world.Add(new RegistrationLink { Id = Guid.NewGuid(), TokenHash = MailedLink.HashOf("x"), LicenceId = licence.Id, PartnerId = licence.PartnerId!.Value, CreatedAt = Now, ExpiresAt = Now });
        await world.StaysUntil(7, db => db.RegistrationLinks);
    }

    [Fact]
    public async Task An_invitation_to_a_partner_goes_after_ninety_days()
    {
        await world.Add(new PartnerInvitation(Guid.NewGuid(), (await world.Partner()).Id, EmailAddress.Parse("jana@example.cz"), PartnerRole.Manager, await world.Account(), Now));
        await world.StaysUntil(90, db => db.PartnerInvitations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_grant_to_a_partner_goes_three_years_after_its_end(bool revoked)
    {
        var grant = new PartnerGrant
        {
            Id = Guid.NewGuid(),
            CustomerId = (await world.KnownCompany()).Id,
            PartnerId = (await world.Partner()).Id,
            GrantedBy = await world.Account(),
            ShowsContacts = true,
            ShowsLicenceNumbers = false,
            GrantedAt = Now,
            Until = revoked ? Now.AddDays(300) : Now,
        };
        if (revoked)
            grant.Revoke(Now);
        await world.Add(grant);
        await world.StaysUntil(1095, db => db.PartnerGrants);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_goes_three_years_after_it_ended(bool revoked)
    {
        var secret = new ApiSecret
        {
            Id = Guid.NewGuid(),
            PartnerId = (await world.Partner()).Id,
            ClientId = "partner-p1",
            SecretHash = MailedLink.HashOf("x"),
            Ending = "abcd",
            MadeBy = await world.Account(),
            CreatedAt = Now,
            ExpiresAt = revoked ? Now.AddDays(300) : Now,
        };
        if (revoked)
            secret.Revoke(Now);
        await world.Add(secret);
        await world.StaysUntil(1095, db => db.ApiSecrets);
    }

    [Fact]
    public async Task A_note_of_staff_goes_after_three_years()
    {
        await world.Add(new CustomerNote(Guid.NewGuid(), (await world.KnownCompany()).Id, await world.Account(), "Volal.", Now));
        await world.StaysUntil(1095, db => db.CustomerNotes);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
