using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Partners;

/// <summary>One customer to check, by the two numbers that only its business partners know together.</summary>
public sealed class CheckPairForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public string? CustomerNumber { get; set; }
    public string? RegistrationNumber { get; set; }
    public CheckPurpose? Purpose { get; set; }

    /// <summary>Call only when the validator is content.</summary>
    internal CheckCustomers.Command ToCommand() => new()
    {
        Id = Id,
        Pairs = [new StatusPair(CustomerNumber!.Trim(), RegistrationNumber!.Trim())],
        Purpose = Purpose,
        Channel = CheckChannel.Page,
    };

    public sealed class Validator : AbstractValidator<CheckPairForm>
    {
        public Validator()
        {
            RuleFor(form => form.CustomerNumber).Cascade(CascadeMode.Stop).Required(() => PartnersTexts.CustomerNumberRequired)
                .Must(text => Domain.Identifiers.CustomerNumber.TryParse(text) is not null).WithMessage(_ => ApiTexts.CustomerNumberWrong);
            RuleFor(form => form.RegistrationNumber).Cascade(CascadeMode.Stop).Required(() => ApiTexts.RegistrationNumberRequired)
                .MaxLength(Domain.Identifiers.RegistrationNumber.MaxLength).PlainText();
            RuleFor(form => form.Purpose).Required(() => ApiTexts.PurposeRequired).IsInEnum().WithMessage(_ => ApiTexts.PurposeRequired);
        }
    }
}
