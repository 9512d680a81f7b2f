using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Registers;

namespace CustomerCentre.Features.Companies;

/// <summary>What a register said of a company, beside the form it helps to fill in. It suggests, the person decides (domain §9).</summary>
public sealed record RegisterEntry(
    string Source, DateTimeOffset At, string CountryCode, string RegistrationNumber, string? Name, string? VatNumber, string? Street, string? City, string? PostalCode, DateOnly? CeasedOn)
{
    public static RegisterEntry? From(CompanyAnswer answer, string countryCode) => answer is not { State: RegisterState.Valid, Company: { } company } ? null
        : new(answer.Source, answer.At, countryCode, company.RegistrationNumber, Known(company.Name), Known(company.VatNumber), Known(company.Street), Known(company.City),
            Known(company.PostalCode), company.CeasedOn);

    /// <summary>The register number in a form as registers know it; nothing when it cannot be one.</summary>
    public static string? NumberIn(CompanyForm form) => Parsed(form)?.Value;

    /// <summary>Whether the number in a form asks "really so?".</summary>
    public static bool HasWrongDigit(CompanyForm form) => Parsed(form)?.HasWrongCheckDigit(Country.Parse(form.CountryCode!)) == true;

    /// <summary>Fills in what is empty. What a person wrote is never touched.</summary>
    public void FillEmpty(CompanyForm form)
    {
        form.Name = Chosen(form.Name, Name);
        form.VatNumber = Chosen(form.VatNumber, VatNumber);
        form.Street = Chosen(form.Street, Street);
        form.City = Chosen(form.City, City);
        form.PostalCode = Chosen(form.PostalCode, PostalCode);
    }

    /// <summary>Takes back what the register filled in and nobody has changed since, when the number turns out to be another company's.</summary>
    public void Withdraw(CompanyForm form)
    {
        form.Name = Left(form.Name, Name);
        form.VatNumber = Left(form.VatNumber, VatNumber);
        form.Street = Left(form.Street, Street);
        form.City = Left(form.City, City);
        form.PostalCode = Left(form.PostalCode, PostalCode);
    }

    /// <summary>Takes everything from the register; only when the person says so.</summary>
    public void Overwrite(CompanyForm form) =>
        (form.Name, form.VatNumber, form.Street, form.City, form.PostalCode) =
        (Name ?? form.Name, VatNumber ?? form.VatNumber, Street ?? form.Street, City ?? form.City, PostalCode ?? form.PostalCode);

    /// <summary>Whether the register says something else than what stands in the form.</summary>
    public bool Differs(CompanyForm form) =>
        Other(form.Name, Name) || Other(form.VatNumber, VatNumber) || Other(form.Street, Street) || Other(form.City, City) || Other(form.PostalCode, PostalCode);

    /// <summary>Whether this answer is about the number in the form, so that a source is shown only beside its own values.</summary>
    public bool IsAbout(CompanyForm form) => form.CountryCode == CountryCode && NumberIn(form) == RegistrationNumber;

    /// <summary>Whether a value in the form is the register's own.</summary>
    public static bool IsSame(string? typed, string? known) => Key(typed) == Key(known) && Key(known).Length > 0;

    private static bool Other(string? typed, string? known) => Key(known).Length > 0 && Key(typed).Length > 0 && Key(typed) != Key(known);

    private static string Key(string? text) => new([.. (text ?? "").Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);

    private static string? Chosen(string? typed, string? known) => string.IsNullOrWhiteSpace(typed) ? known : typed;

    private static string? Left(string? typed, string? known) => IsSame(typed, known) ? null : typed;

    private static RegistrationNumber? Parsed(CompanyForm form) =>
        Country.TryParse(form.CountryCode) is { } country ? Domain.Identifiers.RegistrationNumber.TryParse(country, form.RegistrationNumber) : null;

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
