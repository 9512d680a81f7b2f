using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>What speaks for a person, and the two ways to say for which customer they ask: by a pair, or by the company whose licences they hold.</summary>
internal static class AskForAccessRules
{
    public static void AddEvidence(this AbstractValidator<AskForAccess.Command> rules)
    {
        rules.RuleFor(command => command.LicenceNumber).Must(text => IsEmpty(text) || LicenceNumber.TryParse(text) is not null)
            .WithMessage(_ => AccessRequestsTexts.LicenceNumberWrong);
        rules.RuleFor(command => command.TaxDocument).IsTaxDocument();
        rules.RuleFor(command => command.Message).MaxLength(AccessRequest.MessageMaxLength).PlainText(multiline: true);
    }

    /// <summary>Customer number and register number; who has none of the latter gives postal code and family name.</summary>
    public static void AddPair(this AbstractValidator<AskForAccess.Command> rules)
    {
        rules.RuleFor(command => command.CustomerNumber).Cascade(CascadeMode.Stop)
            .Required(() => AccessRequestsTexts.CustomerNumberRequired)
            .Must(text => CustomerNumber.TryParse(text) is not null).WithMessage(_ => AccessRequestsTexts.CustomerNumberWrong);
        rules.RuleFor(command => command.RegistrationNumber).Cascade(CascadeMode.Stop)
            .Must((command, text) => !IsEmpty(text) || !(IsEmpty(command.PostalCode) || IsEmpty(command.FamilyName)))
            .WithMessage(_ => AccessRequestsTexts.PairRequired)
            .MaxLength(RegistrationNumber.MaxLength).PlainText();
        rules.RuleFor(command => command.PostalCode).MaxLength(PostalCode.MaxLength).PlainText();
        rules.RuleFor(command => command.FamilyName).MaxLength(Domain.Customers.CustomerDetails.FamilyNameMaxLength).PlainText();
    }

    /// <summary>Country and register number, with unregistered licences.</summary>
    public static void AddLicences(this AbstractValidator<AskForAccess.Command> rules)
    {
        rules.RuleFor(command => command.CountryCode).Must(code => Country.TryParse(code) is not null).WithMessage(_ => CompaniesTexts.CountryRequired);
        rules.RuleFor(command => command.RegistrationNumber)
            .Must((command, text) => Country.TryParse(command.CountryCode) is { } country && RegistrationNumber.TryParse(country, text) is not null)
            .WithMessage(_ => CompaniesTexts.RegistrationNumberWrong);
        rules.RuleFor(command => command.Licences).Must(list => list.Count <= RegisterFirstProducts.MostLicences).WithMessage(_ => RegistrationsTexts.TooManyLicences);
        rules.RuleForEach(command => command.Licences).SetValidator(new LicenceEntry.Validator());
        rules.RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
        rules.RuleFor(command => command.TermsVersion).IsCurrentTerms();
    }

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}
