using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.Property(c => c.TextVersion).HasMaxLength(Consent.TextVersionMaxLength);
        consent.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        consent.HasIndex(c => new { c.Reference, c.At });
        consent.HasIndex(c => c.At);
    }
}
