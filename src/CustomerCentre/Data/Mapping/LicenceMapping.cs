using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class LicenceMapping :
    IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Licence>, IEntityTypeConfiguration<IssuedLicenceNumber>,
    IEntityTypeConfiguration<SupportPeriod>, IEntityTypeConfiguration<ProductRegistration>, IEntityTypeConfiguration<LicenceContest>
{
    /// <summary>Names of the columns with the second, third and last four characters of a licence number.</summary>
    public const string SecondGroup = nameof(SecondGroup), ThirdGroup = nameof(ThirdGroup), LastGroup = nameof(LastGroup);

    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.Property(p => p.Code).HasMaxLength(Product.CodeMaxLength);
        product.Property(p => p.Name).HasMaxLength(Product.NameMaxLength);
        product.Property(p => p.Line).HasMaxLength(Product.PartMaxLength);
        product.Property(p => p.Series).HasMaxLength(Product.PartMaxLength);
        product.Property(p => p.Variant).HasMaxLength(Product.PartMaxLength);
        product.HasIndex(p => p.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Licence> licence)
    {
        licence.Property(l => l.TaxDocument).HasMaxLength(Purchase.TaxDocumentMaxLength);
        licence.Property(l => l.KnownTaxDocument).HasMaxLength(Purchase.TaxDocumentMaxLength);
        licence.Property(l => l.EndNote).HasMaxLength(Licence.EndNoteMaxLength);
        licence.HasOne(l => l.Product).WithMany().HasForeignKey(l => l.ProductId);
        licence.HasOne(l => l.BaseLicence).WithMany().HasForeignKey(l => l.BaseLicenceId);
        licence.HasOne<Partner>().WithMany().HasForeignKey(l => l.PartnerId);
        licence.HasOne<Customer>().WithMany().HasForeignKey(l => l.CustomerId);
        licence.HasMany(l => l.Numbers).WithOne().HasForeignKey(n => n.LicenceId);
        licence.HasMany(l => l.SupportPeriods).WithOne().HasForeignKey(p => p.LicenceId);
    }

    public void Configure(EntityTypeBuilder<IssuedLicenceNumber> number)
    {
        number.HasKey(n => n.Number);
        number.HasIndex(n => n.LicenceId);
        // Staff find a number by one of its groups of four; the database cuts them out by itself, so that no writer has to.
        string[] groups = [SecondGroup, ThirdGroup, LastGroup];
        foreach (var group in groups)
        {
            number.Property<string>(group).HasMaxLength(LicenceNumber.GroupLength);
            number.HasIndex(group);
        }

        number.HasIndex(n => n.LicenceId, "IX_LicenceNumbers_Current").IsUnique().HasFilter("[IsCurrent] = 1");
    }

    public void Configure(EntityTypeBuilder<SupportPeriod> period)
    {
        period.Property(p => p.Reason).HasMaxLength(SupportPeriod.ReasonMaxLength);
        period.HasIndex(p => new { p.LicenceId, p.Year, p.Source }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProductRegistration> registration)
    {
        registration.Property(r => r.TermsVersion).HasMaxLength(ProductRegistration.TermsVersionMaxLength);
        registration.HasOne<Licence>().WithMany().HasForeignKey(r => r.LicenceId);
        registration.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId);
        registration.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        registration.HasIndex(r => r.LicenceId);
        // A licence is bound once, whoever is faster.
        registration.HasIndex(r => r.LicenceId, "IX_Registrations_Current").IsUnique().HasFilter("[UndoneAt] IS NULL");
        registration.HasIndex(r => r.IntentId);
    }

    public void Configure(EntityTypeBuilder<LicenceContest> contest)
    {
        contest.HasOne<Licence>().WithMany().HasForeignKey(c => c.LicenceId);
        contest.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        contest.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId);
    }
}
