using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>Gives a passkey another name.</summary>
public static class RenamePasskey
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Name).PasskeyName();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var id = PasskeyEntry.Read(command.Id);
            if (await db.PasskeysOf(user.Id).SingleOrDefaultAsync(p => p.CredentialId == id, token) is not { } passkey)
                return Result<Nothing>.NotFound;
            passkey.Data.Name = string.IsNullOrWhiteSpace(command.Name) ? null : command.Name.Trim();
            await db.SaveChangesAsync(token);
            return new Nothing();
        }, cancellationToken);
    }
}
