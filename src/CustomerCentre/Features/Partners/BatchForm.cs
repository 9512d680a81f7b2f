using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Partners;

/// <summary>Why a file of customers is checked; the file itself is read when it is chosen.</summary>
public sealed class BatchForm
{
    public CheckPurpose? Purpose { get; set; }

    public sealed class Validator : AbstractValidator<BatchForm>
    {
        public Validator() => RuleFor(form => form.Purpose).Required(() => ApiTexts.PurposeRequired).IsInEnum().WithMessage(_ => ApiTexts.PurposeRequired);
    }
}
