using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>Who registered a product takes it back within a day.</summary>
public static class UndoRegistration
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid RegistrationId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.RegistrationId).NotEmpty();
    }
}
