using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>
/// Asks to act for an existing customer (domain §7). What proves it grants it at once; everything else, also a pair that does not hold, becomes a pending request
/// that reads and costs the same.
/// </summary>
public static class AskForAccess
{
    /// <summary>A class, because a licence number is a secret.</summary>
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }

        /// <summary>The customer ID as typed. Empty together with <see cref="Licences"/>: then country and register number stand in for it.</summary>
        public string? CustomerNumber { get; set; }

        public string? RegistrationNumber { get; set; }

        /// <summary>With <see cref="FamilyName"/>, for who has no register number.</summary>
        public string? PostalCode { get; set; }

        public string? FamilyName { get; set; }

        /// <summary>A licence number of that customer, as a proof; may be missing.</summary>
        public string? LicenceNumber { get; set; }

        public string? TaxDocument { get; set; }
        public DateOnly? PurchasedOn { get; set; }
        public string? Message { get; set; }

        /// <summary>The draft of the wizard that leads here; finished with the request.</summary>
        public Guid? DraftId { get; set; }

        /// <summary>Country of the register number when the person came by registering a company that may be known.</summary>
        public string? CountryCode { get; set; }

        /// <summary>Unregistered licences in hand; kept for 14 days, bound when access is granted.</summary>
        public List<LicenceEntry> Licences { get; set; } = [];

        /// <summary>Asked only with <see cref="Licences"/>.</summary>
        public bool AcceptsTerms { get; set; }

        public string? TermsVersion { get; set; }
    }

    /// <param name="Granted">The person is a member now.</param>
    /// <param name="CustomerNumber">The customer number, only when granted.</param>
    /// <param name="RequestId">Id of the request, pending or granted.</param>
    public sealed record Answer(bool Granted, string? CustomerNumber, Guid RequestId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.LicenceNumber).Must(text => IsEmpty(text) || Domain.Identifiers.LicenceNumber.TryParse(text) is not null)
                .WithMessage(_ => AccessRequestsTexts.LicenceNumberWrong);
            RuleFor(command => command.TaxDocument).IsTaxDocument();
            RuleFor(command => command.Message).MaxLength(AccessRequest.MessageMaxLength).PlainText(multiline: true);
            When(command => command.Licences.Count == 0, PairRules).Otherwise(LicenceRules);
        }

        private void PairRules()
        {
            RuleFor(command => command.CustomerNumber).Cascade(CascadeMode.Stop)
                .Required(() => AccessRequestsTexts.CustomerNumberRequired)
                .Must(text => Domain.Identifiers.CustomerNumber.TryParse(text) is not null).WithMessage(_ => AccessRequestsTexts.CustomerNumberWrong);
            RuleFor(command => command.RegistrationNumber).Cascade(CascadeMode.Stop)
                .Must((command, text) => !IsEmpty(text) || !(IsEmpty(command.PostalCode) || IsEmpty(command.FamilyName)))
                .WithMessage(_ => AccessRequestsTexts.PairRequired)
                .MaxLength(Domain.Identifiers.RegistrationNumber.MaxLength).PlainText();
            RuleFor(command => command.PostalCode).MaxLength(Domain.Identifiers.PostalCode.MaxLength).PlainText();
            RuleFor(command => command.FamilyName).MaxLength(Domain.Customers.CustomerDetails.FamilyNameMaxLength).PlainText();
        }

        private void LicenceRules()
        {
            RuleFor(command => command.CountryCode).Must(code => Country.TryParse(code) is not null).WithMessage(_ => CompaniesTexts.CountryRequired);
            RuleFor(command => command.RegistrationNumber)
                .Must((command, text) => Country.TryParse(command.CountryCode) is { } country && Domain.Identifiers.RegistrationNumber.TryParse(country, text) is not null)
                .WithMessage(_ => CompaniesTexts.RegistrationNumberWrong);
            RuleFor(command => command.Licences).Must(list => list.Count <= RegisterFirstProducts.MostLicences).WithMessage(_ => RegistrationsTexts.TooManyLicences);
            RuleForEach(command => command.Licences).SetValidator(new LicenceEntry.Validator());
            RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
            RuleFor(command => command.TermsVersion).IsCurrentTerms();
        }

        private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
    }
}
