using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>Registers a further product of a customer, bought through a partner.</summary>
public static class RegisterProduct
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }
        public string CustomerNumber { get; set; } = "";
        public string? Number { get; set; }

        /// <summary>"It really is so", for a number that looks mistyped.</summary>
        public bool ConfirmsNumber { get; set; }

        public DateOnly? PurchasedOn { get; set; }
        public string? TaxDocument { get; set; }
        public bool AcceptsTerms { get; set; }
        public string? TermsVersion { get; set; }
    }

    public sealed record Answer(Guid LicenceId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Number).IsLicenceNumber(command => command.ConfirmsNumber);
            RuleFor(command => command.PurchasedOn).IsPurchaseDate();
            RuleFor(command => command.TaxDocument).IsTaxDocument();
            RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
            RuleFor(command => command.TermsVersion).IsCurrentTerms();
        }
    }
}
