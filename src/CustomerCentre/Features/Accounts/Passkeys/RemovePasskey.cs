using CustomerCentre.Data;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>Removes a passkey, never the last way in.</summary>
public static class RemovePasskey
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Id { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, FactorChange change, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            // Held, so that of two removed at once the second sees that it would be the last.
            await db.HoldAccount(user.Id, token);
            var id = PasskeyEntry.Read(command.Id);
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, token);
            var passkeys = await db.PasskeysOf(user.Id).ToListAsync(token);
            if (passkeys.Find(p => p.CredentialId.AsSpan().SequenceEqual(id)) is not { } passkey)
                return Result<Nothing>.NotFound;
            if (passkeys.Count == 1 && account.PasswordHash is null)
                return Result<Nothing>.Invalid("", SafetyTexts.PasskeyLast);
            db.UserPasskeys.Remove(passkey);
            await change.Conclude(account, "PasskeyRemoved", null, () => SafetyTexts.PasskeyRemovedSubject, () => SafetyTexts.PasskeyRemovedText, token);
            await db.SaveChangesAsync(token);
            return new Nothing();
        }, cancellationToken);
    }
}
