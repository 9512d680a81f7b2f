using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Companies;

/// <summary>Who a customer is, as a person writes it. A part of the commands that open and edit a customer.</summary>
public sealed class CompanyForm
{
    public CustomerKind? Kind { get; set; }
    public string? CountryCode { get; set; } = "CZ";
    public string? RegistrationNumber { get; set; }

    /// <summary>"It really is so", for a register number whose check digit is wrong; the page also sets it when the register knows the number.</summary>
    public bool ConfirmsRegistrationNumber { get; set; }

    public string? VatNumber { get; set; }
    public string? TaxNumber { get; set; }
    public string? Name { get; set; }
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Street { get; set; }
    public string? City { get; set; }
    public string? PostalCode { get; set; }
    public string? DataBoxId { get; set; }

    /// <summary>The details as the domain knows them; call only when the validator is content.</summary>
    public CustomerDetails ToDetails()
    {
        var (country, fields) = (Country.Parse(CountryCode!), CompanyFields.For(Kind, CountryCode));
        return new CustomerDetails
        {
            Kind = Kind!.Value,
            Country = country,
            Name = fields.PersonName ? $"{GivenName!.Trim()} {FamilyName!.Trim()}" : Name!.Trim(),
            FamilyName = fields.PersonName ? FamilyName!.Trim() : null,
            RegistrationNumber = fields.RegistrationNumber ? Domain.Identifiers.RegistrationNumber.TryParse(country, RegistrationNumber) : null,
            VatNumber = fields.VatNumber ? Domain.Identifiers.VatNumber.TryParse(country, VatNumber) : null,
            TaxNumber = fields.TaxNumber ? SlovakTaxNumber.TryParse(TaxNumber) : null,
            Street = Street?.Trim(),
            City = City?.Trim(),
            PostalCode = Domain.Identifiers.PostalCode.TryParse(country, PostalCode),
            DataBoxId = fields.DataBoxId ? Domain.Identifiers.DataBoxId.TryParse(DataBoxId) : null,
        };
    }

    public static CompanyForm From(CustomerDetails details) => new()
    {
        Kind = details.Kind,
        CountryCode = details.Country.Value,
        RegistrationNumber = details.RegistrationNumber?.Value,
        // It was let through once; the same question is not asked again.
        ConfirmsRegistrationNumber = details.RegistrationNumber?.HasWrongCheckDigit(details.Country) == true,
        VatNumber = details.VatNumber?.Value,
        TaxNumber = details.TaxNumber?.Value,
        Name = details.Name,
        GivenName = details.GivenName,
        FamilyName = details.FamilyName,
        Street = details.Street,
        City = details.City,
        PostalCode = details.PostalCode?.Value,
        DataBoxId = details.DataBoxId?.Value,
    };

    public sealed class Validator : AbstractValidator<CompanyForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).Required(() => CompaniesTexts.KindRequired).IsInEnum().WithMessage(_ => CompaniesTexts.KindRequired);
            RuleFor(form => form.CountryCode).Must(code => Country.TryParse(code) is not null).WithMessage(_ => CompaniesTexts.CountryRequired);
            When(form => FieldsOf(form).RegistrationNumber, () => RuleFor(form => form.RegistrationNumber).Cascade(CascadeMode.Stop)
                .Required(() => CompaniesTexts.RegistrationNumberRequired)
                .Must((form, text) => CountryOf(form) is not { } country || Domain.Identifiers.RegistrationNumber.TryParse(country, text) is not null)
                .WithMessage(_ => CompaniesTexts.RegistrationNumberWrong)
                .Must((form, _) => form.ConfirmsRegistrationNumber || !HasWrongCheckDigit(form)).WithMessage(_ => CompaniesTexts.RegistrationNumberDoubtful));
            When(form => FieldsOf(form).VatNumber, () => RuleFor(form => form.VatNumber)
                .Must((form, text) => IsEmpty(text) || CountryOf(form) is not { } country || Domain.Identifiers.VatNumber.TryParse(country, text) is not null)
                .WithMessage(_ => CompaniesTexts.VatNumberWrong));
            When(form => FieldsOf(form).TaxNumber, () => RuleFor(form => form.TaxNumber)
                .Must(text => IsEmpty(text) || SlovakTaxNumber.TryParse(text) is not null).WithMessage(_ => CompaniesTexts.TaxNumberWrong));
            When(form => FieldsOf(form).DataBoxId, () => RuleFor(form => form.DataBoxId)
                .Must(text => IsEmpty(text) || Domain.Identifiers.DataBoxId.TryParse(text) is not null).WithMessage(_ => CompaniesTexts.DataBoxWrong));
            NameRules();
            AddressRules();
        }

        private void NameRules()
        {
            When(form => FieldsOf(form).Name, () => RuleFor(form => form.Name).Cascade(CascadeMode.Stop)
                .Required(() => CompaniesTexts.NameRequired).MaxLength(CustomerDetails.NameMaxLength).PlainText());
            When(form => FieldsOf(form).PersonName, () =>
            {
                RuleFor(form => form.GivenName).Cascade(CascadeMode.Stop)
                    .Required(() => CompaniesTexts.GivenNameRequired).MaxLength(CustomerDetails.GivenNameMaxLength).PlainText();
                RuleFor(form => form.FamilyName).Cascade(CascadeMode.Stop)
                    .Required(() => CompaniesTexts.FamilyNameRequired).MaxLength(CustomerDetails.FamilyNameMaxLength).PlainText();
            });
        }

        private void AddressRules()
        {
            RuleFor(form => form.Street).Cascade(CascadeMode.Stop)
                .Required(() => CompaniesTexts.StreetRequired).MaxLength(CustomerDetails.StreetMaxLength).PlainText();
            RuleFor(form => form.City).Cascade(CascadeMode.Stop)
                .Required(() => CompaniesTexts.CityRequired).MaxLength(CustomerDetails.CityMaxLength).PlainText();
            RuleFor(form => form.PostalCode).Cascade(CascadeMode.Stop)
                .Must((form, text) => !IsEmpty(text) || !FieldsOf(form).PostalCodeIsRequired).WithMessage(_ => CompaniesTexts.PostalCodeRequired)
                .Must((form, text) => IsEmpty(text) || CountryOf(form) is not { } country || Domain.Identifiers.PostalCode.TryParse(country, text) is not null)
                .WithMessage(_ => CompaniesTexts.PostalCodeWrong);
        }

        private static bool HasWrongCheckDigit(CompanyForm form) => CountryOf(form) is { } country
            && Domain.Identifiers.RegistrationNumber.TryParse(country, form.RegistrationNumber)?.HasWrongCheckDigit(country) == true;

        private static CompanyFields FieldsOf(CompanyForm form) => CompanyFields.For(form.Kind, form.CountryCode);

        private static Country? CountryOf(CompanyForm form) => Country.TryParse(form.CountryCode);

        private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
    }
}
