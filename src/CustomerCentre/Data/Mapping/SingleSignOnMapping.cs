using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.SingleSignOn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class SingleSignOnMapping : IEntityTypeConfiguration<ServiceVisit>, IEntityTypeConfiguration<ServiceSubject>, IEntityTypeConfiguration<SigningKey>, IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<ServiceVisit> visit)
    {
        visit.ToTable("ServiceVisits");
        visit.Property(v => v.ClientId).HasMaxLength(ServiceVisit.ClientIdMaxLength);
        visit.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId);
        // No foreign key to the session: news of its end may outlive it.
        visit.HasIndex(v => v.SessionId);
        visit.HasIndex(v => v.DueAt).HasFilter("[DueAt] IS NOT NULL");
        visit.HasIndex(v => v.UsedAt);
        visit.Ignore(v => v.Subject);
    }

    public void Configure(EntityTypeBuilder<ServiceSubject> subject)
    {
        subject.HasKey(s => new { s.AccountId, s.ClientId });
        subject.Property(s => s.ClientId).HasMaxLength(ServiceVisit.ClientIdMaxLength);
        subject.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }

    public void Configure(EntityTypeBuilder<SigningKey> key)
    {
        key.ToTable("SigningKeys");
        key.HasKey(k => k.Number);
        key.Property(k => k.Number).ValueGeneratedNever();
        key.Property(k => k.KeyId).HasMaxLength(SigningKey.KeyIdMaxLength);
    }

    // Who is told of a session's end is looked for by the time of it.
    public void Configure(EntityTypeBuilder<Session> session) => session.HasIndex(s => s.EndedAt).HasFilter("[EndedAt] IS NOT NULL");
}
