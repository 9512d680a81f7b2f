using CustomerCentre.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class RecordMapping :
    IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<OutgoingMail>, IEntityTypeConfiguration<AttemptCounter>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Event).HasMaxLength(AuditEntry.EventMaxLength);
        entry.Property(e => e.Note).HasMaxLength(AuditEntry.NoteMaxLength);
        entry.HasIndex(e => new { e.CustomerId, e.At });
        entry.HasIndex(e => e.At);
    }

    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.Kind).HasMaxLength(OutgoingMail.KindMaxLength);
        mail.Property(m => m.Subject).HasMaxLength(OutgoingMail.SubjectMaxLength);
        mail.HasIndex(m => m.DueAt).HasFilter("[DueAt] IS NOT NULL");
        mail.HasIndex(m => m.SentAt);
        // No foreign key: a mail outlives what it tells of, and SQLite would make the whole table anew for one.
        mail.HasIndex(m => new { m.CustomerId, m.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<AttemptCounter> counter)
    {
        counter.HasKey(c => c.Key);
        counter.Property(c => c.Key).HasMaxLength(AttemptCounter.KeyLength);
        counter.HasIndex(c => c.ResetsAt);
    }
}
