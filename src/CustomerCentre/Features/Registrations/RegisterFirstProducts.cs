using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>Registers the first products of a customer we do not know, and thereby opens it and issues its number.</summary>
public static class RegisterFirstProducts
{
    public const int MostLicences = 20;

    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        /// <summary>Id of the draft; the new customer takes it over.</summary>
        public Guid Id { get; set; }

        public List<LicenceEntry> Licences { get; set; } = [];
        public CompanyForm Company { get; set; } = new();
        public ContactForm Contact { get; set; } = new();
        public bool AcceptsTerms { get; set; }
        public string? TermsVersion { get; set; }

        /// <summary>"I am a new customer", after the answer said <see cref="Answer.PersonMayBeKnown"/>.</summary>
        public bool ConfirmsNew { get; set; }
    }

    /// <summary>Exactly one of the three is set.</summary>
    /// <param name="Number">The customer number, issued now or known because the person is a member already.</param>
    /// <param name="CompanyMayBeKnown">Nothing was issued: offer to ask for access (AskForAccess keeps the licences).</param>
    /// <param name="PersonMayBeKnown">Nothing was issued: a consumer with this e-mail exists; ask, then send again with <see cref="Command.ConfirmsNew"/>.</param>
    public sealed record Answer(CustomerNumber? Number, bool CompanyMayBeKnown, bool PersonMayBeKnown);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Licences).Required(() => RegistrationsTexts.AddLicence)
                .Must(list => list.Count <= MostLicences).WithMessage(_ => RegistrationsTexts.TooManyLicences);
            RuleForEach(command => command.Licences).SetValidator(new LicenceEntry.Validator());
            RuleFor(command => command.Licences).Custom((list, context) => RefuseRepeated(list, context.AddFailure));
            RuleFor(command => command.Company).SetValidator(new CompanyForm.Validator());
            RuleFor(command => command.Contact).SetValidator(new ContactForm.Validator());
            RuleFor(command => command.AcceptsTerms).IsAcceptedTerms();
            RuleFor(command => command.TermsVersion).IsCurrentTerms();
        }

        private static void RefuseRepeated(List<LicenceEntry> entries, Action<string, string> fail)
        {
            var seen = new HashSet<LicenceNumber>();
            for (var i = 0; i < entries.Count; i++)
            {
                if (LicenceNumber.TryParse(entries[i].Number) is { } number && !seen.Add(number))
                    fail($"Licences[{i}].Number", RegistrationsTexts.SameNumberTwice);
            }
        }
    }
}
