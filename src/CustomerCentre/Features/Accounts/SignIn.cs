using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Checks e-mail and password and opens a session, or says which steps lack. An unknown e-mail gets the same answer for the same work.</summary>
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

    public sealed class Handler(CustomerCentreDb db, Tries tries, Passwords passwords, SignInGate gate) : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Parse(command.Email);
            if (await tries.Take(TryLimits.Password, email, cancellationToken) is { } wait)
                return Result<SignedIn>.Invalid("", wait);

            var hash = await db.Users.Where(account => account.NormalizedEmail == email.Normalized && account.EmailConfirmed)
                .Select(account => account.PasswordHash).SingleOrDefaultAsync(cancellationToken);
            var verdict = passwords.Verify(hash, command.Password);
            if (verdict == PasswordVerificationResult.Failed)
                return Result<SignedIn>.Invalid("", AccountsTexts.WrongPair);

            var risen = verdict == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(command.Password) : null;
            var answer = await db.InTransaction(token => Open(email, hash!, risen, command.Stay, token), cancellationToken);
            if (answer.IsDone)
                await tries.Forgive(TryLimits.Password, email, cancellationToken);
            return answer;
        }

        private async Task<Result<SignedIn>> Open(EmailAddress email, string verified, string? risen, bool stays, CancellationToken cancellationToken)
        {
            // Asked again by the hash: a password that was changed while we verified the old one opens nothing. Writing holds the account until the session is in,
            // so who changes the password at this moment waits and then ends this session too.
            var written = await db.Users.Where(a => a.NormalizedEmail == email.Normalized && a.PasswordHash == verified).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.PasswordHash, risen ?? verified).SetProperty(a => a.ConcurrencyStamp, Guid.NewGuid().ToString()), cancellationToken);
            if (written == 0)
                return Result<SignedIn>.Invalid("", AccountsTexts.WrongPair);
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.NormalizedEmail == email.Normalized, cancellationToken);
            var signedIn = await gate.Admit(account, SignInSteps.None, stays, byMail: false, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signedIn;
        }
    }
}
