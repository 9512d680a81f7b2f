using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class SupportMapping :
    IEntityTypeConfiguration<CustomerWord>, IEntityTypeConfiguration<CustomerNote>, IEntityTypeConfiguration<LookUp>, IEntityTypeConfiguration<CallerCode>
{
    public void Configure(EntityTypeBuilder<CustomerWord> word)
    {
        word.HasKey(w => new { w.Word, w.CustomerId });
        word.Property(w => w.Word).HasMaxLength(SearchText.WordMaxLength);
        // Whether a customer has a second word is read from this index alone.
        word.HasIndex(w => new { w.CustomerId, w.Word });
        word.HasOne<Customer>().WithMany().HasForeignKey(w => w.CustomerId);
    }

    public void Configure(EntityTypeBuilder<CustomerNote> note)
    {
        note.Property(n => n.Text).HasMaxLength(CustomerNote.TextMaxLength);
        note.HasIndex(n => new { n.CustomerId, n.At });
        note.HasOne<Customer>().WithMany().HasForeignKey(n => n.CustomerId);
        note.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
    }

    public void Configure(EntityTypeBuilder<LookUp> lookUp)
    {
        lookUp.Property(l => l.Initials).HasMaxLength(LookUp.InitialsMaxLength);
        lookUp.HasIndex(l => new { l.CustomerId, l.At });
        lookUp.HasIndex(l => new { l.AccountId, l.CustomerId, l.At });
        lookUp.HasIndex(l => l.At);
        lookUp.HasOne<Customer>().WithMany().HasForeignKey(l => l.CustomerId);
        lookUp.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }

    public void Configure(EntityTypeBuilder<CallerCode> code)
    {
        code.Property(c => c.ProtectedDigits).HasMaxLength(CallerCode.ProtectedMaxLength);
        code.HasIndex(c => new { c.CustomerId, c.ExpiresAt });
        code.HasIndex(c => c.ExpiresAt);
        code.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.MadeBy);
    }
}
