using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CustomerCentre.Data.Mapping;

/// <summary>What holds for the whole model, so that no mapping can forget it.</summary>
internal static class ModelRules
{
    /// <summary>Name of the token by which a row changed by somebody else is noticed.</summary>
    public const string Version = nameof(Version);

    private static readonly Type[] Versioned =
        [typeof(Customer), typeof(Licence), typeof(AccessRequest), typeof(OnboardingDraft), typeof(SignUp), typeof(MailedLink), typeof(ProductRegistration), typeof(CallerCode), typeof(CheckCode), typeof(RegistrationLink)];

    /// <summary>The token of a kind of row: <see cref="Version"/>, of accounts Identity's own.</summary>
    public static IReadOnlyProperty? TokenOf(IReadOnlyEntityType type) => type.FindProperty(Version) ?? type.FindProperty(nameof(Account.ConcurrencyStamp));

    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in Versioned)
            builder.Entity(type).Property<Guid>(Version).IsConcurrencyToken();

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // Deleting is always said aloud: no cascade wipes a history by accident.
            foreach (var foreignKey in entity.GetForeignKeys().Where(key => !key.IsOwnership))
                foreignKey.DeleteBehavior = DeleteBehavior.NoAction;

            // Ids are made here, by the form or by the domain; a database that made them would take a new child with an id for an old one.
            // OpenIddict's are its own affair: its stores count on being given one.
            foreach (var property in entity.GetProperties().Where(property => property.IsPrimaryKey() && property.ClrType == typeof(Guid) && !IsOpenIddict(entity)))
                property.ValueGenerated = ValueGenerated.Never;
        }
    }

    /// <summary>How the database cuts the groups out of a licence number; written in its own words.</summary>
    /// <param name="last">The last four characters.</param>
    public static void CutGroups(ModelBuilder builder, string second, string third, string last)
    {
        var number = builder.Entity<IssuedLicenceNumber>();
        number.Property<string>(LicenceMapping.SecondGroup).HasComputedColumnSql(second);
        number.Property<string>(LicenceMapping.ThirdGroup).HasComputedColumnSql(third);
        number.Property<string>(LicenceMapping.LastGroup).HasComputedColumnSql(last);
    }

    /// <summary>Numbers and hashes are compared byte by byte: faster, and no collation ever takes two numbers for one.</summary>
    public static void UseBinaryCollation(ModelBuilder builder, string collation)
    {
        Type[] exact = [typeof(CustomerNumber), typeof(LicenceNumber), typeof(RegistrationNumber), typeof(VatNumber), typeof(PhoneNumber)];
        string[] searched = [nameof(Customer.NameKey), nameof(CustomerWord.Word), nameof(Contact.NormalizedEmail), LicenceMapping.SecondGroup, LicenceMapping.ThirdGroup, LicenceMapping.LastGroup];
        var properties = builder.Model.GetEntityTypes().Where(entity => !IsOpenIddict(entity)).SelectMany(entity => entity.GetProperties())
            .Where(property => exact.Contains(property.ClrType)
                || (property.ClrType == typeof(string) && (property.Name is "Key" || property.Name.EndsWith("Hash", StringComparison.Ordinal) || searched.Contains(property.Name))));
        foreach (var property in properties)
            property.SetCollation(collation);
    }

    private static bool IsOpenIddict(IReadOnlyTypeBase entity) => entity.ClrType.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) == true;
}
