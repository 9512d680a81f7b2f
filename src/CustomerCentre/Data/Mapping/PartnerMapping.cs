using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class PartnerMapping :
    IEntityTypeConfiguration<Partner>, IEntityTypeConfiguration<PartnerMember>, IEntityTypeConfiguration<PartnerInvitation>,
    IEntityTypeConfiguration<PartnerCheck>, IEntityTypeConfiguration<PartnerGrant>, IEntityTypeConfiguration<CheckCode>,
    IEntityTypeConfiguration<RegistrationLink>, IEntityTypeConfiguration<ApiSecret>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.Property(p => p.Code).HasMaxLength(Partner.CodeMaxLength);
        partner.Property(p => p.Name).HasMaxLength(Partner.NameMaxLength);
        partner.HasIndex(p => p.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PartnerMember> member)
    {
        member.HasKey(m => new { m.PartnerId, m.AccountId });
        // A person works for one partner, so no page has to ask for which.
        member.HasIndex(m => m.AccountId).IsUnique();
        member.HasOne<Partner>().WithMany().HasForeignKey(m => m.PartnerId);
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }

    public void Configure(EntityTypeBuilder<PartnerInvitation> invitation)
    {
        invitation.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId);
        invitation.HasOne<Account>().WithMany().HasForeignKey(i => i.InvitedBy);
    }

    public void Configure(EntityTypeBuilder<PartnerCheck> check)
    {
        check.HasIndex(c => new { c.CustomerId, c.At });
        check.HasIndex(c => c.At);
        check.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId);
        check.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId);
        check.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }

    public void Configure(EntityTypeBuilder<PartnerGrant> grant)
    {
        grant.HasIndex(g => new { g.CustomerId, g.PartnerId });
        grant.HasOne<Customer>().WithMany().HasForeignKey(g => g.CustomerId);
        grant.HasOne<Partner>().WithMany().HasForeignKey(g => g.PartnerId);
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.GrantedBy);
    }

    public void Configure(EntityTypeBuilder<CheckCode> code)
    {
        code.HasKey(c => c.CodeHash);
        code.Property(c => c.CodeHash).HasMaxLength(CheckCode.HashLength);
        code.HasIndex(c => c.ExpiresAt);
        code.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.MadeBy);
        code.HasOne<Partner>().WithMany().HasForeignKey(c => c.UsedBy);
    }

    public void Configure(EntityTypeBuilder<RegistrationLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(RegistrationLink.HashLength);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.LicenceId);
        link.HasIndex(l => l.ExpiresAt);
        link.HasOne<Licence>().WithMany().HasForeignKey(l => l.LicenceId);
        link.HasOne<Partner>().WithMany().HasForeignKey(l => l.PartnerId);
    }

    public void Configure(EntityTypeBuilder<ApiSecret> secret)
    {
        secret.Property(s => s.ClientId).HasMaxLength(ApiSecret.ClientIdMaxLength);
        secret.Property(s => s.SecretHash).HasMaxLength(ApiSecret.HashLength);
        secret.Property(s => s.Ending).HasMaxLength(ApiSecret.EndingLength);
        secret.HasIndex(s => s.ClientId);
        secret.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId);
        secret.HasOne<Account>().WithMany().HasForeignKey(s => s.MadeBy);
    }
}
