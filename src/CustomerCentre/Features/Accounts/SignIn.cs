using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Checks e-mail and password and opens a session, or says which steps lack. A password of an old service becomes the account's own. An unknown e-mail gets the same
/// answer for the same work.
/// </summary>
public static class SignIn
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";

        /// <summary>Thirty days instead of eight hours without a visit.</summary>
        public bool Stay { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Email).EmailAddress();
            RuleFor(command => command.Password).KnownPassword();
        }
    }

    public sealed class Handler(CustomerCentreDb db, Tries tries, PasswordTrial trial, PasswordPolicy policy, OldAccounts oldAccounts, EmailProof proof, SignInGate gate, TimeProvider time)
        : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Parse(command.Email);
            if (await tries.Take(TryLimits.Password, email, cancellationToken) is { } wait)
                return Result<SignedIn>.Invalid("", wait);
            if (await trial.Try(email, command.Password, cancellationToken) is not { } fit)
                return Result<SignedIn>.Invalid("", AccountsTexts.WrongPair);

            // What was good enough once is accepted, but opens nothing until it is changed.
            var lacks = policy.Accepts(command.Password, email) ? SignInSteps.None : SignInSteps.NewPassword;
            var answer = fit.Old is { EmailConfirmed: false } unproven
                ? await proof.Ask(unproven, fit.Fresh!, lacks, command.Stay, cancellationToken)
                : await db.InTransaction(token => Open(fit, lacks, command.Stay, token), cancellationToken);
            if (answer.IsDone)
                await tries.Forgive(TryLimits.Password, email, cancellationToken);
            return answer;
        }

        private async Task<Result<SignedIn>> Open(PasswordFit fit, SignInSteps lacks, bool stays, CancellationToken cancellationToken)
        {
            var account = fit.Old is { } old
                ? await oldAccounts.Take(old.Email, old.Service, fit.Fresh!, Guid.CreateVersion7(time.GetUtcNow()), cancellationToken)
                : await Hold(fit, cancellationToken);
            if (account is null)
                return Result<SignedIn>.Invalid("", AccountsTexts.WrongPair);
            var signedIn = await gate.Admit(account, lacks, SignInProofs.Password, stays, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signedIn;
        }

        // Asked again by the hash: a password that was changed while we verified the old one opens nothing. Writing holds the account until the session is in,
        // so who changes the password at this moment waits and then ends this session too.
        private async Task<Account?> Hold(PasswordFit fit, CancellationToken cancellationToken)
        {
            var written = await db.Users.Where(a => a.Id == fit.AccountId && a.PasswordHash == fit.Verified).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.PasswordHash, fit.Fresh ?? fit.Verified).SetProperty(a => a.ConcurrencyStamp, Guid.NewGuid().ToString()), cancellationToken);
            return written == 0 ? null : await db.Users.AsNoTracking().SingleAsync(a => a.Id == fit.AccountId, cancellationToken);
        }
    }
}
