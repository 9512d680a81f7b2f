using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<SignUp>, IEntityTypeConfiguration<MailedLink>,
    IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Name).HasMaxLength(Account.NameMaxLength);
        account.Property(a => a.Language).HasMaxLength(2);
        account.Property(a => a.PhoneNumber).HasMaxLength(Domain.Identifiers.PhoneNumber.MaxLength);
        account.Property(a => a.PasswordHash).HasMaxLength(256);
        account.Property(a => a.SecurityStamp).HasMaxLength(64);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
        account.Property(a => a.DisabledReason).HasMaxLength(Account.ReasonMaxLength);
        account.HasOne<Account>().WithMany().HasForeignKey(a => a.JoinedIntoId);
        account.HasIndex(a => a.JoinedIntoId);
        account.HasIndex(a => a.ClosedAt);
        account.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignUp> signUp)
    {
        signUp.Property(s => s.PasswordHash).HasMaxLength(256);
        signUp.Property(s => s.Language).HasMaxLength(2);
        signUp.Property(s => s.ReturnUrl).HasMaxLength(SignUp.ReturnUrlMaxLength);
        signUp.Property(s => s.NormalizedEmail).HasMaxLength(Domain.Identifiers.EmailAddress.MaxLength);
        signUp.HasIndex(s => s.CreatedAt);
        signUp.HasIndex(s => s.NormalizedEmail);
    }

    public void Configure(EntityTypeBuilder<MailedLink> link)
    {
        link.HasKey(l => l.TokenHash);
        link.Property(l => l.TokenHash).HasMaxLength(MailedLink.HashLength);
        link.HasIndex(l => new { l.SubjectId, l.Purpose });
        link.HasIndex(l => l.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.Address).HasMaxLength(Session.AddressMaxLength);
        session.Property(s => s.Device).HasMaxLength(Session.DeviceMaxLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        session.HasIndex(s => s.OpenedAt);
        session.HasIndex(s => s.EndedAt);
    }

    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.HasKey(s => new { s.AccountId, s.Role });
        staff.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
