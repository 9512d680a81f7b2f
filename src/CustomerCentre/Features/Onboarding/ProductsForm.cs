using CustomerCentre.Features.Registrations;
using FluentValidation;

namespace CustomerCentre.Features.Onboarding;

/// <summary>The licences to register, at least one.</summary>
public sealed class ProductsForm
{
    public List<LicenceEntry> Licences { get; set; } = [new()];

    public sealed class Validator : AbstractValidator<ProductsForm>
    {
        private static readonly RegisterFirstProducts.Validator Rules = new();

        // The rules of the command at the end, asked early, so the last step has nothing new to say.
        public Validator() => RuleFor(form => form.Licences).Custom((licences, context) =>
        {
            var command = new RegisterFirstProducts.Command { Licences = licences };
            foreach (var failure in Rules.Validate(command, options => options.IncludeProperties(nameof(command.Licences))).Errors)
                context.AddFailure(failure);
        });
    }
}
