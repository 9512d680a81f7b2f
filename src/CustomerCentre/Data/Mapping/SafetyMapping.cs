using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class SafetyMapping : IEntityTypeConfiguration<SafetyNotice>, IEntityTypeConfiguration<EmailChange>, IEntityTypeConfiguration<JoinedRow>
{
    public void Configure(EntityTypeBuilder<SafetyNotice> notice)
    {
        notice.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
        notice.HasIndex(n => n.At);
    }

    public void Configure(EntityTypeBuilder<EmailChange> change)
    {
        change.HasKey(c => c.AccountId);
        change.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        change.HasIndex(c => c.AskedAt);
    }

    public void Configure(EntityTypeBuilder<JoinedRow> row)
    {
        row.HasKey(r => new { r.AccountId, r.RowId });
        row.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        row.HasIndex(r => r.At);
    }
}
