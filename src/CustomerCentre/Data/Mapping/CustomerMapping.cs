using CustomerCentre.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

internal sealed class CustomerMapping :
    IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<IssuedNumber>, IEntityTypeConfiguration<NumberSequence>,
    IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.Ignore(c => c.Number).Ignore(c => c.AllowsPartnerChecks);
        customer.Property(c => c.NameKey).HasMaxLength(SearchText.MaxLength);
        customer.HasIndex(c => c.NameKey);
        customer.OwnsOne(c => c.Details, details =>
        {
            foreach (var property in details.OwnedEntityType.GetProperties().Where(property => !property.IsPrimaryKey()))
                property.SetColumnName(property.Name);
            details.Ignore(d => d.GivenName);
            details.Property(d => d.Name).HasMaxLength(CustomerDetails.NameMaxLength);
            details.Property(d => d.FamilyName).HasMaxLength(CustomerDetails.FamilyNameMaxLength);
            details.Property(d => d.Street).HasMaxLength(CustomerDetails.StreetMaxLength);
            details.Property(d => d.City).HasMaxLength(CustomerDetails.CityMaxLength);
            details.HasIndex(d => d.RegistrationNumber);
            details.HasIndex(d => d.VatNumber);
            details.HasIndex(d => d.TaxNumber);
            // The duplicate guard: one primary customer per company. Both databases read the brackets.
            details.HasIndex(d => new { d.Country, d.RegistrationNumber }).IsUnique()
                .HasFilter("[RegistrationNumber] IS NOT NULL AND [DuplicateOfId] IS NULL");
        });
        customer.Navigation(c => c.Details).IsRequired();
        customer.ComplexProperty(c => c.Check, check => check.Property(c => c.Source).HasMaxLength(RegisterCheck.SourceMaxLength));
        customer.HasOne<Customer>().WithMany().HasForeignKey(c => c.DuplicateOfId);
        customer.HasMany(c => c.Numbers).WithOne().HasForeignKey(n => n.CustomerId);
        customer.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CustomerId);
        customer.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CustomerId);
    }

    public void Configure(EntityTypeBuilder<IssuedNumber> number)
    {
        number.HasKey(n => n.Number);
        number.HasIndex(n => n.CustomerId);
        number.HasIndex(n => n.CustomerId, "IX_IssuedNumbers_Current").IsUnique().HasFilter("[IsCurrent] = 1");
    }

    public void Configure(EntityTypeBuilder<NumberSequence> sequence)
    {
        sequence.HasKey(s => s.Name);
        sequence.Property(s => s.Name).HasMaxLength(NumberSequence.NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.HasIndex(m => new { m.AccountId, m.CustomerId }).IsUnique();
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }

    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(c => c.Name).HasMaxLength(Contact.NameMaxLength);
        contact.Property(c => c.NormalizedEmail).HasMaxLength(Domain.Identifiers.EmailAddress.MaxLength);
        contact.HasIndex(c => c.NormalizedEmail);
        contact.HasIndex(c => c.Phone);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId);
        invitation.HasOne<Account>().WithMany().HasForeignKey(i => i.InvitedBy);
    }
}
