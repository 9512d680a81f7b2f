using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts;

/// <summary>A signed-in person proves to know the password, before something that takes a form of its own.</summary>
public static class ProvePassword
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public string Password { get; set; } = "";
    }

    /// <param name="Proof">For the next form to carry.</param>
    public sealed record Answer(string Proof);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).KnownPassword();
    }

    public sealed class Handler(PasswordProof password, FreshProof proof) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) =>
            await password.Refusal(command.Password, cancellationToken) is { } refusal ? Result<Answer>.Invalid(nameof(command.Password), refusal) : new Answer(proof.Make());
    }
}
