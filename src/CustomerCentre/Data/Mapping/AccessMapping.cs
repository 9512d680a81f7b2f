using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class AccessMapping :
    IEntityTypeConfiguration<AccessRequest>, IEntityTypeConfiguration<ReservedLicence>, IEntityTypeConfiguration<OnboardingDraft>
{
    public void Configure(EntityTypeBuilder<AccessRequest> request)
    {
        request.Property(r => r.TypedNumber).HasMaxLength(AccessRequest.TypedMaxLength);
        request.Property(r => r.TypedRegister).HasMaxLength(AccessRequest.TypedMaxLength);
        request.Property(r => r.Message).HasMaxLength(AccessRequest.MessageMaxLength);
        request.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        request.HasOne<Account>().WithMany().HasForeignKey(r => r.DecidedBy);
        request.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId);
        request.HasIndex(r => new { r.State, r.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ReservedLicence> reserved)
    {
        reserved.HasKey(r => r.LicenceId);
        reserved.Property(r => r.TaxDocument).HasMaxLength(Purchase.TaxDocumentMaxLength);
        reserved.Property(r => r.TermsVersion).HasMaxLength(ProductRegistration.TermsVersionMaxLength);
        reserved.HasOne<Licence>().WithMany().HasForeignKey(r => r.LicenceId);
        reserved.HasOne<AccessRequest>().WithMany().HasForeignKey(r => r.AccessRequestId);
        reserved.HasIndex(r => r.Until);
    }

    public void Configure(EntityTypeBuilder<OnboardingDraft> draft)
    {
        draft.Property(d => d.Step).HasMaxLength(OnboardingDraft.StepMaxLength);
        draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        draft.HasIndex(d => new { d.AccountId, d.FinishedAt });
        draft.HasIndex(d => d.TouchedAt);
    }
}
