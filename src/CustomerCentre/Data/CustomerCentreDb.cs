using CustomerCentre.Data.Mapping;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Records;
using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Domain.Support;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>The database. What differs between SQLite and SQL Server stands in its two heirs.</summary>
public abstract class CustomerCentreDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    // One intention can lose several races in a row: for the first number ever, then for its company, then for a licence.
    private const int MostAttempts = 5;

    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<MailedLink> MailedLinks => Set<MailedLink>();
    public DbSet<OldPassword> OldPasswords => Set<OldPassword>();
    public DbSet<OldPasswordsEnd> OldPasswordsEnd => Set<OldPasswordsEnd>();
    public DbSet<JoinedService> JoinedServices => Set<JoinedService>();
    public DbSet<AccountJoin> AccountJoins => Set<AccountJoin>();
    public DbSet<JoinedRow> JoinedRows => Set<JoinedRow>();
    public DbSet<AccountCase> AccountCases => Set<AccountCase>();
    public DbSet<FirstSignIn> FirstSignIns => Set<FirstSignIn>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<FactorCode> FactorCodes => Set<FactorCode>();
    public DbSet<TrustedBrowser> TrustedBrowsers => Set<TrustedBrowser>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ServiceVisit> ServiceVisits => Set<ServiceVisit>();
    public DbSet<ServiceSubject> ServiceSubjects => Set<ServiceSubject>();
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
    public DbSet<SafetyNotice> SafetyNotices => Set<SafetyNotice>();
    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<IssuedNumber> IssuedNumbers => Set<IssuedNumber>();
    public DbSet<NumberSequence> NumberSequences => Set<NumberSequence>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<CustomerWord> CustomerWords => Set<CustomerWord>();
    public DbSet<CustomerNote> CustomerNotes => Set<CustomerNote>();
    public DbSet<LookUp> LookUps => Set<LookUp>();
    public DbSet<CallerCode> CallerCodes => Set<CallerCode>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Licence> Licences => Set<Licence>();
    public DbSet<IssuedLicenceNumber> LicenceNumbers => Set<IssuedLicenceNumber>();
    public DbSet<SupportPeriod> SupportPeriods => Set<SupportPeriod>();
    public DbSet<ProductRegistration> Registrations => Set<ProductRegistration>();
    public DbSet<LicenceContest> Contests => Set<LicenceContest>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<PartnerMember> PartnerMembers => Set<PartnerMember>();
    public DbSet<PartnerInvitation> PartnerInvitations => Set<PartnerInvitation>();
    public DbSet<PartnerCheck> PartnerChecks => Set<PartnerCheck>();
    public DbSet<PartnerGrant> PartnerGrants => Set<PartnerGrant>();
    public DbSet<CheckCode> CheckCodes => Set<CheckCode>();
    public DbSet<RegistrationLink> RegistrationLinks => Set<RegistrationLink>();
    public DbSet<ApiSecret> ApiSecrets => Set<ApiSecret>();
    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();
    public DbSet<ReservedLicence> ReservedLicences => Set<ReservedLicence>();
    public DbSet<OnboardingDraft> Drafts => Set<OnboardingDraft>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<OutgoingMail> Outbox => Set<OutgoingMail>();
    public DbSet<AttemptCounter> Attempts => Set<AttemptCounter>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Collation that orders names as Czech does.</summary>
    public abstract string NameOrder { get; }

    /// <summary>Set while staff look through a member's eyes: of all memberships only those at this customer are there.</summary>
    public Guid? OnlyCustomerId { get; set; }

    /// <summary>Whether a write failed because a row with the same key or unique value exists already.</summary>
    public abstract bool IsDuplicate(DbUpdateException exception);

    /// <summary>
    /// Carries out one intention in one transaction. When another writer was faster (a duplicate key or a changed row), everything is thrown away and done
    /// again, so that it sees the other's work. Must be the first thing a handler does with the context: what was read before is forgotten.
    /// </summary>
    public async Task<T> InTransaction<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
            return await work(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(work, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < MostAttempts && (exception is DbUpdateConcurrencyException || IsDuplicate(exception)))
            {
                // Somebody else got on, so all of them together never stand still.
            }
        }
    }

    /// <summary>Waits for this process's turn to write where the database allows one writer; disposing the answer lets the next one in.</summary>
    protected virtual Task<IDisposable?> TurnToWrite(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Database.CurrentTransaction is null ? await TurnToWrite(cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => ValueConversions.Apply(configuration);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        builder.ApplyConfigurationsFromAssembly(typeof(CustomerCentreDb).Assembly);
        ModelRules.Apply(builder);
        builder.Entity<Member>().HasQueryFilter(member => OnlyCustomerId == null || member.CustomerId == OnlyCustomerId);
    }

    private async Task<T> Once<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await TurnToWrite(cancellationToken);
        return await Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            ChangeTracker.Clear();
            await using var transaction = await Database.BeginTransactionAsync(token);
            var result = await work(token);
            await transaction.CommitAsync(token);
            return result;
        }, cancellationToken);
    }
}
