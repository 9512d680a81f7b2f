using System.Reflection;
using CustomerCentre.Domain.Identifiers;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

/// <summary>What holds for each value type alike, over whatever text may arrive.</summary>
public sealed class EveryIdentifierTests
{
    private static readonly Country[] Countries =
        [Country.Czechia, Country.Slovakia, Country.Parse("DE"), Country.Parse("GR"), Country.Parse("US")];

    private static readonly Kind[] All =
    [
        Of("country", Country.TryParse, Country.Parse, Country.FromStored, x => x.Value, Country.MaxLength),
        Of("e-mail", EmailAddress.TryParse, EmailAddress.Parse, EmailAddress.FromStored, x => x.Value, EmailAddress.MaxLength),
        Of("customer", CustomerNumber.TryParse, CustomerNumber.Parse, CustomerNumber.FromStored, x => x.Value, CustomerNumber.MaxLength),
        Of("licence", LicenceNumber.TryParse, LicenceNumber.Parse, LicenceNumber.FromStored, x => x.Value, LicenceNumber.MaxLength, x => x.Display),
        Of("Slovak tax", SlovakTaxNumber.TryParse, SlovakTaxNumber.Parse, SlovakTaxNumber.FromStored, x => x.Value, SlovakTaxNumber.MaxLength),
        Of("data box", DataBoxId.TryParse, DataBoxId.Parse, DataBoxId.FromStored, x => x.Value, DataBoxId.MaxLength),
        Of("phone", t => PhoneNumber.TryParse(t, null), t => PhoneNumber.Parse(t, null), PhoneNumber.FromStored, x => x.Value, PhoneNumber.MaxLength),
        .. Countries.SelectMany(country => new[]
        {
            Of($"phone {country}", t => PhoneNumber.TryParse(t, country), t => PhoneNumber.Parse(t, country), PhoneNumber.FromStored, x => x.Value, PhoneNumber.MaxLength),
            Of($"post {country}", t => PostalCode.TryParse(country, t), t => PostalCode.Parse(country, t), PostalCode.FromStored, x => x.Value, PostalCode.MaxLength),
            Of($"register {country}", t => RegistrationNumber.TryParse(country, t), t => RegistrationNumber.Parse(country, t), RegistrationNumber.FromStored, x => x.Value, RegistrationNumber.MaxLength),
            Of($"VAT {country}", t => VatNumber.TryParse(country, t), t => VatNumber.Parse(country, t), VatNumber.FromStored, x => x.Value, VatNumber.MaxLength),
        }),
    ];

    [Fact]
    public void Every_value_type_is_among_those_checked_here()
    {
        var types = typeof(Country).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Namespace == typeof(Country).Namespace)
            .Where(type => type.GetMethod("FromStored", BindingFlags.Static | BindingFlags.NonPublic) is not null)
            .ToList();

        types.Count.ShouldBe(10);
        types.Except(All.Select(kind => kind.Type)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_type_reads_some_of_the_texts_so_that_nothing_below_is_empty()
    {
        var texts = AnyText.Any.Generator.Sample(3_000).ToList();

        All.Where(kind => texts.All(text => kind.TryParse(text) is null)).Select(kind => kind.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Text_of_any_letter_is_stored_in_a_spelling_that_reads_as_itself()
    {
        for (var letter = 0; letter < char.MaxValue; letter++)
        {
            if (RegistrationNumber.TryParse(Countries[^1], $"1{(char)letter}\u0301") is { } read)
            {
                RegistrationNumber.TryParse(Countries[^1], read.Value).ShouldBe(read, $"U+{letter:X4}");
            }

            if (EmailAddress.TryParse($"{(char)letter}\u0301@firma.cz") is { } address)
            {
                EmailAddress.TryParse(address.Value).ShouldBe(address, $"U+{letter:X4}");
            }
        }
    }

    [Fact]
    public void The_worst_texts_are_answered_and_never_thrown_at()
    {
        foreach (var kind in All)
        {
            foreach (var text in AnyText.Worst)
            {
                Should.NotThrow(() => kind.TryParse(text), $"{kind.Name}: {text?.Length} characters");
            }

            foreach (var text in AnyText.Worst.Where(text => text is null or { Length: > 500 } || string.IsNullOrWhiteSpace(text)))
            {
                kind.TryParse(text).ShouldBeNull(kind.Name);
            }
        }
    }

    [Fact]
    public void Any_text_is_read_or_refused_but_never_thrown_at() =>
        AnyText.Holds(text => All.All(kind => kind.Refuses(text) == (kind.TryParse(text) is null)));

    [Fact]
    public void What_is_shown_is_read_back_as_the_same_value() =>
        AnyText.Holds(text => All.All(kind => kind.TryParse(text) is not { } read || read.Equals(kind.TryParse(kind.Shown(read)))));

    [Fact]
    public void What_is_stored_is_read_back_as_the_same_value() =>
        AnyText.Holds(text => All.All(kind =>
            kind.TryParse(text) is not { } read
            || (read.Equals(kind.FromStored(kind.Value(read))) && read.Equals(kind.TryParse(kind.Value(read))))));

    [Fact]
    public void What_is_stored_fits_its_column_and_holds_no_control_character() =>
        AnyText.Holds(text => All.All(kind =>
            kind.TryParse(text) is not { } read
            || (kind.Value(read) is var value && value.Length > 0 && value.Length <= kind.MaxLength && !value.Any(char.IsControl))));

    [Fact]
    public void Digits_of_other_scripts_are_no_digits() =>
        AnyText.Holds(text => All.All(kind =>
            kind.TryParse(text) is not { } read || kind.Value(read).All(c => char.IsAsciiDigit(c) || !char.IsDigit(c))));

    [Fact]
    public void A_refusal_does_not_repeat_the_text()
    {
        const string secret = "#secret#";
        foreach (var kind in All)
        {
            Should.Throw<FormatException>(() => kind.Parse(secret)).Message.ShouldNotContain("secret");
        }
    }

    private static Kind Of<T>(
        string name, Func<string?, T?> tryParse, Func<string, T> parse, Func<string, T> fromStored, Func<T, string> value, int maxLength, Func<T, string>? shown = null)
        where T : class =>
        new(name, typeof(T), tryParse, parse, fromStored, read => value((T)read), maxLength, read => shown is null ? read.ToString()! : shown((T)read));

    private sealed record Kind(
        string Name, Type Type, Func<string?, object?> TryParse, Func<string, object> Parse, Func<string, object> FromStored,
        Func<object, string> Value, int MaxLength, Func<object, string> Shown)
    {
        /// <summary>Whether Parse answers with the one exception it promises.</summary>
        public bool Refuses(string text)
        {
            try
            {
                Parse(text);
                return false;
            }
            catch (FormatException)
            {
                return true;
            }
        }
    }
}
