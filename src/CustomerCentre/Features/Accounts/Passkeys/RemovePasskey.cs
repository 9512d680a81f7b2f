using CustomerCentre.Data;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>Removes a passkey of who knows the password, which so stays as a way in.</summary>
public static class RemovePasskey
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Id { get; set; }
        public string Password { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).KnownPassword();
    }

    public sealed class Handler(CustomerCentreDb db, PasswordProof proof, FactorChange change, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) =>
            await proof.Refusal(command.Password, cancellationToken) is { } refusal
                ? Result<Nothing>.Invalid(nameof(command.Password), refusal)
                : await db.InTransaction(token => Remove(command.Id, token), cancellationToken);

        private async Task<Result<Nothing>> Remove(string? typed, CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            var id = PasskeyEntry.Read(typed);
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
            if (await db.PasskeysOf(user.Id).SingleOrDefaultAsync(p => p.CredentialId == id, cancellationToken) is not { } passkey)
                return Result<Nothing>.NotFound;
            db.UserPasskeys.Remove(passkey);
            await change.Conclude(account, "PasskeyRemoved", null, () => SafetyTexts.PasskeyRemovedSubject, () => SafetyTexts.PasskeyRemovedText, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
