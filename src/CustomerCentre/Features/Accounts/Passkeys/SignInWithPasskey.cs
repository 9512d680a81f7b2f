using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>Signs in whoever holds a passkey and proved to its device to be its owner; that is two factors at once.</summary>
public static class SignInWithPasskey
{
    internal static readonly AttemptLimit Network = new("PasskeyNetwork", 50, TimeSpan.FromMinutes(15));

    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        /// <summary>What was asked.</summary>
        public string? State { get; set; }

        /// <summary>The browser's answer, as JSON.</summary>
        public string? Credential { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.State).NotEmpty().MaximumLength(PasskeyDesk.CredentialMaxLength).WithMessage(_ => SafetyTexts.PasskeyRefused);
            RuleFor(command => command.Credential).NotEmpty().MaximumLength(PasskeyDesk.CredentialMaxLength).WithMessage(_ => SafetyTexts.PasskeyRefused);
        }
    }

    public sealed class Handler(CustomerCentreDb db, PasskeyDesk desk, SignInGate gate, Attempts attempts, CurrentUser user, TimeProvider time) : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (user.Network.Length > 0 && !await attempts.Take(Network, user.Network, cancellationToken))
                return Result<SignedIn>.Invalid("", SafetyTexts.PasskeyRefused);
            if (await desk.Look(command.State!, command.Credential!, cancellationToken) is not { User: { } owner, Passkey: { } passkey })
                return Result<SignedIn>.Invalid("", SafetyTexts.PasskeyRefused);
            var answer = await db.InTransaction(token => Open(owner.Id, passkey, token), cancellationToken);
            if (answer.IsDone && user.Network.Length > 0)
                await attempts.GiveBack(Network, user.Network, cancellationToken);
            return answer;
        }

        // Looked up again while the account is held: a passkey removed meanwhile opens nothing.
        private async Task<Result<SignedIn>> Open(Guid ownerId, UserPasskeyInfo shown, CancellationToken cancellationToken)
        {
            var accountId = await db.AccountsKnownAs(ownerId).Select(a => a.Id).SingleOrDefaultAsync(cancellationToken);
            await db.HoldAccount(accountId, cancellationToken);
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && a.EmailConfirmed && a.JoinedIntoId == null, cancellationToken);
            var kept = await db.PasskeysOf(accountId).SingleOrDefaultAsync(p => p.CredentialId == shown.CredentialId, cancellationToken);
            if (account is null || kept is null)
                return Result<SignedIn>.Invalid("", SafetyTexts.PasskeyRefused);
            (kept.Data.SignCount, kept.Data.IsBackedUp) = (shown.SignCount, shown.IsBackedUp);
            db.Entry(kept).Property(PasskeyMapping.UsedAt).CurrentValue = time.GetUtcNow();
            var signedIn = await gate.AdmitByPasskey(account, stays: false, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signedIn;
        }
    }
}
