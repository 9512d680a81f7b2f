using CustomerCentre.Forms;
using FluentValidation;

namespace CustomerCentre.Features.Administration;

/// <summary>What is looked for among the operator's people. It is posted, because names and e-mails do not belong into addresses.</summary>
public sealed class StaffSearchForm
{
    public const int MaxLength = 254;

    public string? Text { get; set; }

    public sealed class Validator : AbstractValidator<StaffSearchForm>
    {
        public Validator() => RuleFor(form => form.Text).MaxLength(MaxLength).PlainText();
    }
}
