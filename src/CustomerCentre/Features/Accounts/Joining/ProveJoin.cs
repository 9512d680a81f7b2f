using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>
/// Proves both accounts, each by its password or by the code mailed to it. Old accounts, which nobody has signed in to here, become part of the person's at once; an
/// account in use waits for its second factor and for the person's word.
/// </summary>
public static class ProveJoin
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }

        /// <summary>Password of the account, or the code mailed to it.</summary>
        public string OwnPassword { get; set; } = "";

        /// <summary>A password of the other account or of an old service, or the code mailed to the other e-mail.</summary>
        public string OtherPassword { get; set; } = "";
    }

    /// <param name="IsJoined">Whether all is done; else the join goes on.</param>
    public sealed record Answer(bool IsJoined);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.OwnPassword).KnownPassword();
            RuleFor(command => command.OtherPassword).KnownPassword();
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, Tries tries, Passwords passwords, PasswordTrial trial, CallerDigits digits, OldAccounts oldAccounts, SecondFactors factors, CurrentUser user, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Counted apart and first, so that no number of guesses at once is more than it says.
            // It is gone meanwhile when it was sent twice and the other one has ended it.
            if (await Count(command.Id, cancellationToken) == 0
                || await db.AccountJoins.AsNoTracking().SingleOrDefaultAsync(j => j.Id == command.Id, cancellationToken) is not { } join)
            {
                return Over;
            }

            if (await tries.Take(TryLimits.Password, join.Email, cancellationToken) is { } wait)
                return Result<Answer>.Invalid("", wait);

            var hash = await db.Users.Where(a => a.Id == user.Id).Select(a => a.PasswordHash).SingleAsync(cancellationToken);
            var isOwn = IsCode(join.OwnDigits, command.OwnPassword) | passwords.Verify(hash, command.OwnPassword) != PasswordVerificationResult.Failed;
            var fit = await trial.Try(join.Email, command.OtherPassword, cancellationToken);
            if (!isOwn)
                return Result<Answer>.Invalid(nameof(command.OwnPassword), OldPasswordsTexts.JoinWrongProof);
            // Who once signed up at a service with somebody else's e-mail knows a password that proves nothing.
            var isByMail = IsCode(join.OtherDigits, command.OtherPassword);
            if (!isByMail && fit is not { Verified: not null } and not { Old.EmailConfirmed: true })
                return Result<Answer>.Invalid(nameof(command.OtherPassword), fit is null ? OldPasswordsTexts.JoinWrongProof : OldPasswordsTexts.JoinNeedsCode);

            await tries.Forgive(TryLimits.Password, join.Email, cancellationToken);
            return await db.InTransaction(token => GoOn(join.Id, fit?.Verified, isByMail, token), cancellationToken);
        }

        private static Result<Answer> Over => Result<Answer>.Invalid("", OldPasswordsTexts.JoinOver);

        private Task<int> Count(Guid id, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            return db.InTransaction(token => db.AccountJoins.Where(j => j.Id == id && j.AccountId == user.Id && j.TriesLeft > 0 && j.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.TriesLeft, j => j.TriesLeft - 1), token), cancellationToken);
        }

        private bool IsCode(string protectedDigits, string typed) => CallerDigits.Read(typed) is { } read && digits.Match(protectedDigits, read);

        private async Task<Result<Answer>> GoOn(Guid id, string? verified, bool isByMail, CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            if (await db.AccountJoins.SingleOrDefaultAsync(j => j.Id == id, cancellationToken) is not { } join)
                return Over;
            var other = await db.AccountsOf(join.Email).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var isOld = await db.OldPasswords.AnyAsync(old => old.NormalizedEmail == join.Email.Normalized, cancellationToken);
            if (other is null || (other.PasswordHash is null && isOld))
                return await JoinOld(join, cancellationToken);
            // A password that was changed while we verified it proves nothing.
            if (other.Id == user.Id || (!isByMail && other.PasswordHash != verified))
                return Over;
            var isAsked = other.TwoFactorEnabled && (await factors.WaysOf(other.Id, isByMail, cancellationToken)).Count > 0;
            join.Prove(other.Id, other.SecurityStamp, isByMail, isAsked);
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(IsJoined: false);
        }

        private async Task<Result<Answer>> JoinOld(AccountJoin join, CancellationToken cancellationToken)
        {
            db.AccountJoins.Remove(join);
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
            if (!await oldAccounts.JoinTo(account, join.Email, cancellationToken))
                return Over;
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(IsJoined: true);
        }
    }
}
