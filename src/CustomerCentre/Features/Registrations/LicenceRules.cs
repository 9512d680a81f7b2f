using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Registrations;

/// <summary>Rules of what a person writes about a licence and its purchase.</summary>
public static class LicenceRules
{
    /// <summary>A licence number by its shape alone. A wrong check character is a question: a foreign number may look like ours.</summary>
    public static void IsLicenceNumber<T>(this IRuleBuilderInitial<T, string?> rule, Func<T, bool> isConfirmed) => rule.Cascade(CascadeMode.Stop)
        .Required(() => RegistrationsTexts.NumberRequired)
        .Must(text => LicenceNumber.TryParse(text) is not null).WithMessage(_ => RegistrationsTexts.NumberWrong)
        .Must((model, text) => isConfirmed(model) || LicenceNumber.TryParse(text)?.LooksMistyped != true).WithMessage(_ => RegistrationsTexts.CheckCharacters);

    public static void IsTaxDocument<T>(this IRuleBuilderInitial<T, string?> rule) => rule.MaxLength(Purchase.TaxDocumentMaxLength).PlainText();

    public static void IsPurchaseDate<T>(this IRuleBuilderInitial<T, DateOnly?> rule) => rule.Required(() => RegistrationsTexts.PurchasedOnRequired);

    public static void IsAcceptedTerms<T>(this IRuleBuilderInitial<T, bool> rule) => rule.Equal(true).WithMessage(_ => RegistrationsTexts.AcceptTerms);

    public static void IsCurrentTerms<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Equal(LicenceTerms.Version).WithMessage(_ => RegistrationsTexts.TermsChanged);
}
