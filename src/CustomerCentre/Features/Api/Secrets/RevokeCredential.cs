using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>An operator administrator revokes a secret of any partner.</summary>
public static class RevokeCredential
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Command(Guid Id) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, SecretEnd end) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) =>
            await end.Revoke(() => db.ApiSecrets, command.Id, cancellationToken) ? new Nothing() : Result<Nothing>.NotFound;
    }
}
