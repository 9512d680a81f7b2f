using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerCentre.Data.Mapping;

/// <summary>Identity's own row of a passkey, mapped here whatever its schema version says: that is a setting of the running portal and unknown to a context made by hand.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    /// <summary>Property that says when a passkey signed in last.</summary>
    public const string UsedAt = nameof(UsedAt);

    /// <summary>Longest id of a credential that is taken, in bytes: what a key of SQL Server may have. Passkeys that are found without an e-mail have some tens.</summary>
    public const int IdMaxLength = 900;

    // Room for any public key of today, and for the names of all transports.
    private const int KeyMaxLength = 2048;
    private const int TransportsMaxLength = 200;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("Passkeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(IdMaxLength);
        passkey.Property<DateTimeOffset?>(UsedAt);
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        passkey.OwnsOne(p => p.Data, data =>
        {
            data.Property(d => d.PublicKey).HasMaxLength(KeyMaxLength);
            data.PrimitiveCollection(d => d.Transports).HasMaxLength(TransportsMaxLength);
            data.Property(d => d.Name).HasMaxLength(Account.PasskeyNameMaxLength);
        });
        passkey.Navigation(p => p.Data).IsRequired();
    }
}
