using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>A partner's manager revokes a secret of the partner.</summary>
public static class RevokeSecret
{
    [Allow(Policies.PartnerManager)]
    public sealed record Command(Guid Id) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, SecretEnd end, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) =>
            await end.Revoke(
                () => db.ApiSecrets.Where(secret => db.PartnerMembers.Any(member => member.AccountId == user.Id && member.PartnerId == secret.PartnerId)), command.Id, cancellationToken)
                ? new Nothing()
                : Result<Nothing>.NotFound;
    }
}
