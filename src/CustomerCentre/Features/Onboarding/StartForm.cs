using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Which way through the wizard a person takes.</summary>
public enum OnboardingPath
{
    /// <summary>No customer ID yet: this is the first product.</summary>
    First,

    /// <summary>Has a customer ID.</summary>
    Known,

    /// <summary>Does not know where it is.</summary>
    Unsure,
}

/// <summary>Answer to "Do you have a customer ID?".</summary>
public sealed class StartForm
{
    public OnboardingPath? Path { get; set; }

    public sealed class Validator : AbstractValidator<StartForm>
    {
        public Validator() => RuleFor(form => form.Path).Required(() => OnboardingTexts.PathRequired).IsInEnum().WithMessage(_ => OnboardingTexts.PathRequired);
    }
}
