using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class SafetyMapping : IEntityTypeConfiguration<SafetyNotice>, IEntityTypeConfiguration<EmailChange>, IEntityTypeConfiguration<JoinedRow>, IEntityTypeConfiguration<AccountCase>
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

    public void Configure(EntityTypeBuilder<AccountCase> opened)
    {
        opened.ToTable("AccountCases");
        opened.Property(c => c.Reason).HasMaxLength(AccountCase.ReasonMaxLength);
        opened.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        opened.HasOne<Account>().WithMany().HasForeignKey(c => c.OpenedBy);
        opened.HasOne<Account>().WithMany().HasForeignKey(c => c.ApprovedBy);
        opened.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId);
        opened.HasIndex(c => c.OpenedAt);
    }
}
