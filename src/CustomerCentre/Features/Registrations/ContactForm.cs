using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Registrations;

/// <summary>Whom the operator may call or write to: the person who registers, or the owner for whom it is done and who is invited.</summary>
public sealed class ContactForm
{
    public bool ForSomebodyElse { get; set; }
    public string? Name { get; set; }

    /// <summary>The owner's; asked only for somebody else. Who registers for themselves is reached at the account's confirmed e-mail.</summary>
    public string? Email { get; set; }

    public string? Phone { get; set; }

    public sealed class Validator : AbstractValidator<ContactForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).Cascade(CascadeMode.Stop)
                .Required(() => RegistrationsTexts.ContactNameRequired).MaxLength(Contact.NameMaxLength).PlainText();
            When(form => form.ForSomebodyElse, () => RuleFor(form => form.Email).Cascade(CascadeMode.Stop)
                .Required(() => RegistrationsTexts.ContactEmailRequired).Email());
            // The country of the company is not known here, so a number at home is tried as Czech and Slovak.
            RuleFor(form => form.Phone).Must(text => string.IsNullOrWhiteSpace(text) || PhoneNumber.TryParse(text, Country.Czechia) is not null
                || PhoneNumber.TryParse(text, Country.Slovakia) is not null).WithMessage(_ => RegistrationsTexts.PhoneWrong);
        }
    }
}
