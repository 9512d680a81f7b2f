using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>The last step of a sign-in whose password was right but is too weak today: a new one, and then the session.</summary>
public static class ReplaceWeakPassword
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        /// <summary>The pending sign-in, as the browser keeps it.</summary>
        public string? Ticket { get; set; }

        public string Password { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).NewPassword();
    }

    public sealed class Handler(
        CustomerCentreDb db, PendingSignInCookie cookie, Passwords passwords, PasswordPolicy policy, AccountLocks locks, SignInGate gate,
        SecurityLetters letters, AuditTrail audit)
        : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (cookie.Open(command.Ticket) is not { } pending || !pending.IsAt(SignInSteps.NewPassword))
                return Result<SignedIn>.Invalid("", OldPasswordsTexts.StepOver);
            var email = await db.Users.Where(account => account.Id == pending.AccountId).Select(account => account.Email).SingleOrDefaultAsync(cancellationToken);
            if (email is null)
                return Result<SignedIn>.Invalid("", OldPasswordsTexts.StepOver);
            if (policy.Refusal(command.Password, EmailAddress.Parse(email)) is { } refusal)
                return Result<SignedIn>.Invalid(nameof(command.Password), refusal);

            var hash = passwords.Hash(command.Password);
            return await db.InTransaction(token => Set(pending, hash, token), cancellationToken);
        }

        private async Task<Result<SignedIn>> Set(PendingSignIn pending, string hash, CancellationToken cancellationToken)
        {
            if (await gate.Holder(pending, cancellationToken) is not { } account)
                return Result<SignedIn>.Invalid("", OldPasswordsTexts.StepOver);
            account.PasswordHash = hash;
            await locks.Change(account, cancellationToken);
            letters.Send(account, "PasswordChanged", () => AccountsTexts.ChangedSubject, () => AccountsTexts.ChangedText);
            audit.Add("PasswordReplaced", subjectId: account.Id);
            var signedIn = await gate.Pass(pending, account, SignInSteps.NewPassword, SignInProofs.None, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signedIn;
        }
    }
}
