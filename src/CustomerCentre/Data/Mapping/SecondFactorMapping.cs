using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class SecondFactorMapping :
    IEntityTypeConfiguration<SecondFactor>, IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<FactorCode>, IEntityTypeConfiguration<TrustedBrowser>
{
    public void Configure(EntityTypeBuilder<SecondFactor> factor)
    {
        factor.HasKey(f => f.AccountId);
        factor.Property(f => f.ProtectedKey).HasMaxLength(SecondFactor.ProtectedKeyMaxLength);
        factor.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.HasKey(c => c.Hash);
        code.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashLength);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }

    public void Configure(EntityTypeBuilder<FactorCode> code)
    {
        code.Property(c => c.ProtectedDigits).HasMaxLength(FactorCode.ProtectedMaxLength);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        code.HasIndex(c => c.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<TrustedBrowser> browser)
    {
        browser.Property(b => b.TokenHash).HasMaxLength(TrustedBrowser.HashLength);
        browser.Property(b => b.Address).HasMaxLength(Session.AddressMaxLength);
        browser.Property(b => b.Device).HasMaxLength(Session.DeviceMaxLength);
        browser.HasOne<Account>().WithMany().HasForeignKey(b => b.AccountId);
        browser.HasIndex(b => new { b.TokenHash, b.AccountId }).IsUnique();
        browser.HasIndex(b => b.ExpiresAt);
    }
}
