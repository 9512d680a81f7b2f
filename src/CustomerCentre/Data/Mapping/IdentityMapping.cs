using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

/// <summary>Lengths of Identity's own columns: without them its keys are longer than an index of SQL Server may be, and the rest has no end.</summary>
internal sealed class IdentityMapping :
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    private const int KeyMaxLength = 128;
    private const int NameMaxLength = 256;
    private const int ValueMaxLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.Property(l => l.LoginProvider).HasMaxLength(KeyMaxLength);
        login.Property(l => l.ProviderKey).HasMaxLength(KeyMaxLength);
        login.Property(l => l.ProviderDisplayName).HasMaxLength(NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.Property(t => t.LoginProvider).HasMaxLength(KeyMaxLength);
        token.Property(t => t.Name).HasMaxLength(KeyMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim)
    {
        claim.Property(c => c.ClaimType).HasMaxLength(NameMaxLength);
        claim.Property(c => c.ClaimValue).HasMaxLength(ValueMaxLength);
    }
}
