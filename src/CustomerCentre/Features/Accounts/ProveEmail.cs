using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>The mailed code proves the e-mail that an old service never confirmed; only now its password becomes the account's own.</summary>
public static class ProveEmail
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        /// <summary>The pending sign-in, as the browser keeps it.</summary>
        public string? Ticket { get; set; }

        public string Code { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Code).Cascade(CascadeMode.Stop)
            .Required(() => OldPasswordsTexts.CodeMissing)
            .Must(typed => CallerDigits.Read(typed) is not null).WithMessage(_ => OldPasswordsTexts.CodeWrongShape);
    }

    public sealed class Handler(CustomerCentreDb db, PendingSignInCookie cookie, CallerDigits digits, OldAccounts oldAccounts, SignInGate gate, TimeProvider time)
        : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (cookie.Open(command.Ticket) is not { } pending || !pending.IsAt(SignInSteps.MailedCode))
                return Result<SignedIn>.Invalid("", OldPasswordsTexts.CodeOver);
            // Counted apart and first, so that no number of guesses at once is more than it says.
            // It is gone meanwhile when it was sent twice and the other one has opened.
            if (await Count(pending.AccountId, cancellationToken) == 0
                || await db.FirstSignIns.AsNoTracking().SingleOrDefaultAsync(f => f.Id == pending.AccountId, cancellationToken) is not { } first)
            {
                return Result<SignedIn>.Invalid("", OldPasswordsTexts.CodeOver);
            }

            return digits.Match(first.ProtectedDigits!, CallerDigits.Read(command.Code)!)
                ? await db.InTransaction(token => Open(first, pending.Stays, token), cancellationToken)
                : Result<SignedIn>.Invalid(nameof(command.Code), first.TriesLeft > 0 ? OldPasswordsTexts.CodeWrong : OldPasswordsTexts.CodeOver);
        }

        private Task<int> Count(Guid id, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            return db.InTransaction(token => db.FirstSignIns.Where(f => f.Id == id && f.TriesLeft > 0 && f.ExpiresAt > now && f.ProtectedDigits != null)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.TriesLeft, f => f.TriesLeft - 1), token), cancellationToken);
        }

        private async Task<Result<SignedIn>> Open(FirstSignIn first, bool stays, CancellationToken cancellationToken)
        {
            // Used up with the first success, whoever sends it twice.
            if (await db.FirstSignIns.Where(f => f.Id == first.Id).ExecuteDeleteAsync(cancellationToken) == 0
                || await oldAccounts.Take(first.Email, first.Service!, first.PasswordHash!, first.Id, cancellationToken) is not { } account)
            {
                return Result<SignedIn>.Invalid("", OldPasswordsTexts.CodeOver);
            }

            var signedIn = await gate.Admit(account, first.IsWeak ? SignInSteps.NewPassword : SignInSteps.None, SignInProofs.Password | SignInProofs.MailedCode, stays, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signedIn;
        }
    }
}
