using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class OldPasswordMapping :
    IEntityTypeConfiguration<OldPassword>, IEntityTypeConfiguration<OldPasswordsEnd>, IEntityTypeConfiguration<JoinedService>, IEntityTypeConfiguration<FirstSignIn>,
    IEntityTypeConfiguration<AccountJoin>
{
    public void Configure(EntityTypeBuilder<OldPassword> old)
    {
        old.HasKey(p => new { p.NormalizedEmail, p.Service });
        old.Property(p => p.NormalizedEmail).HasMaxLength(EmailAddress.MaxLength);
        old.Property(p => p.Service).HasMaxLength(OldPassword.ServiceMaxLength);
        old.Property(p => p.Parameters).HasMaxLength(OldHashParameters.MaxLength)
            .HasConversion(parameters => parameters.ToString(), text => OldHashParameters.TryParse(text)!);
        old.Property(p => p.Salt).HasMaxLength(OldPassword.SaltMaxLength);
        old.Property(p => p.StoredHash).HasMaxLength(OldPassword.HashMaxLength);
        // Who waits for being wrapped, and how many of a service have not come yet.
        old.HasIndex(p => new { p.State, p.Service });
        old.HasIndex(p => p.ImportedAt);
    }

    public void Configure(EntityTypeBuilder<OldPasswordsEnd> end) => end.Property(e => e.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<JoinedService> joined)
    {
        joined.HasKey(j => new { j.NormalizedEmail, j.Service });
        joined.Property(j => j.NormalizedEmail).HasMaxLength(EmailAddress.MaxLength);
        joined.Property(j => j.Service).HasMaxLength(OldPassword.ServiceMaxLength);
        joined.HasOne<Account>().WithMany().HasForeignKey(j => j.AccountId);
        joined.HasIndex(j => j.Service);
    }

    public void Configure(EntityTypeBuilder<AccountJoin> join)
    {
        join.Property(j => j.OwnDigits).HasMaxLength(AccountJoin.ProtectedMaxLength);
        join.Property(j => j.OtherDigits).HasMaxLength(AccountJoin.ProtectedMaxLength);
        join.Property(j => j.OtherStamp).HasMaxLength(AccountJoin.StampMaxLength);
        join.Ignore(j => j.IsProven);
        join.HasIndex(j => j.AccountId);
        join.HasIndex(j => j.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<FirstSignIn> first)
    {
        first.Property(f => f.Service).HasMaxLength(OldPassword.ServiceMaxLength);
        first.Property(f => f.PasswordHash).HasMaxLength(256);
        first.Property(f => f.ProtectedDigits).HasMaxLength(FirstSignIn.ProtectedMaxLength);
        first.Property(f => f.NormalizedEmail).HasMaxLength(EmailAddress.MaxLength);
        first.HasIndex(f => f.NormalizedEmail);
        first.HasIndex(f => f.ExpiresAt);
    }
}
