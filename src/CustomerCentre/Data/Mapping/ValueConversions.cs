using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CustomerCentre.Data.Mapping;

/// <summary>How value types are stored: by their canonical text, in a column as long as the type says.</summary>
internal static class ValueConversions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Country>().HaveConversion<CountryText>().HaveMaxLength(Country.MaxLength);
        configuration.Properties<EmailAddress>().HaveConversion<EmailText>().HaveMaxLength(EmailAddress.MaxLength);
        configuration.Properties<CustomerNumber>().HaveConversion<CustomerNumberText>().HaveMaxLength(CustomerNumber.MaxLength);
        configuration.Properties<LicenceNumber>().HaveConversion<LicenceNumberText>().HaveMaxLength(LicenceNumber.MaxLength);
        configuration.Properties<RegistrationNumber>().HaveConversion<RegistrationNumberText>().HaveMaxLength(RegistrationNumber.MaxLength);
        configuration.Properties<VatNumber>().HaveConversion<VatNumberText>().HaveMaxLength(VatNumber.MaxLength);
        configuration.Properties<SlovakTaxNumber>().HaveConversion<SlovakTaxNumberText>().HaveMaxLength(SlovakTaxNumber.MaxLength);
        configuration.Properties<PostalCode>().HaveConversion<PostalCodeText>().HaveMaxLength(PostalCode.MaxLength);
        configuration.Properties<PhoneNumber>().HaveConversion<PhoneNumberText>().HaveMaxLength(PhoneNumber.MaxLength);
        configuration.Properties<DataBoxId>().HaveConversion<DataBoxText>().HaveMaxLength(DataBoxId.MaxLength);
    }

    /// <summary>SQLite cannot order a DateTimeOffset; a Guid as sixteen bytes in order of time is half the text and keeps inserts at the end of the tree.</summary>
    public static void ApplyForSqlite(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configuration.Properties<Guid>().HaveConversion<OrderedBytes>();
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class OrderedBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class CountryText() : ValueConverter<Country, string>(value => value.Value, text => Country.FromStored(text));

    private sealed class EmailText() : ValueConverter<EmailAddress, string>(value => value.Value, text => EmailAddress.FromStored(text));

    private sealed class CustomerNumberText() : ValueConverter<CustomerNumber, string>(value => value.Value, text => CustomerNumber.FromStored(text));

    private sealed class LicenceNumberText() : ValueConverter<LicenceNumber, string>(value => value.Value, text => LicenceNumber.FromStored(text));

    private sealed class RegistrationNumberText() : ValueConverter<RegistrationNumber, string>(value => value.Value, text => RegistrationNumber.FromStored(text));

    private sealed class VatNumberText() : ValueConverter<VatNumber, string>(value => value.Value, text => VatNumber.FromStored(text));

    private sealed class SlovakTaxNumberText() : ValueConverter<SlovakTaxNumber, string>(value => value.Value, text => SlovakTaxNumber.FromStored(text));

    private sealed class PostalCodeText() : ValueConverter<PostalCode, string>(value => value.Value, text => PostalCode.FromStored(text));

    private sealed class PhoneNumberText() : ValueConverter<PhoneNumber, string>(value => value.Value, text => PhoneNumber.FromStored(text));

    private sealed class DataBoxText() : ValueConverter<DataBoxId, string>(value => value.Value, text => DataBoxId.FromStored(text));
}
