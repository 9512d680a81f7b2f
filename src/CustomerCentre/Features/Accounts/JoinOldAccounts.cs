using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Makes the old accounts of another e-mail part of the person's account, once both are proven, each by its password or by the code mailed to it. The account keeps its
/// e-mail, its password and its second factor.
/// </summary>
public static class JoinOldAccounts
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }

        /// <summary>Password of the account, or the code mailed to it.</summary>
        public string OwnPassword { get; set; } = "";

        /// <summary>A password of an old service, or the code mailed to the other e-mail.</summary>
        public string OtherPassword { get; set; } = "";
    }

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
        CustomerCentreDb db, Tries tries, Passwords passwords, PasswordTrial trial, CallerDigits digits, OldAccounts oldAccounts, CurrentUser user, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Counted apart and first, so that no number of guesses at once is more than it says.
            if (await Count(command.Id, cancellationToken) == 0)
                return Over;
            var join = await db.AccountJoins.AsNoTracking().SingleAsync(j => j.Id == command.Id, cancellationToken);
            if (await tries.Take(TryLimits.Password, join.Email, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);

            var hash = await db.Users.Where(a => a.Id == user.Id).Select(a => a.PasswordHash).SingleAsync(cancellationToken);
            var isOwn = IsCode(join.OwnDigits, command.OwnPassword) | passwords.Verify(hash, command.OwnPassword) != PasswordVerificationResult.Failed;
            var fit = await trial.Try(join.Email, command.OtherPassword, cancellationToken);
            if (!isOwn)
                return Result<Nothing>.Invalid(nameof(command.OwnPassword), OldPasswordsTexts.JoinWrongProof);
            if (fit?.Verified is not null)
                return Result<Nothing>.Invalid(nameof(command.OtherPassword), OldPasswordsTexts.JoinInUse);
            // Who once signed up at a service with somebody else's e-mail knows a password that proves nothing.
            var isOther = IsCode(join.OtherDigits, command.OtherPassword) || fit?.Old is { EmailConfirmed: true };
            if (!isOther)
                return Result<Nothing>.Invalid(nameof(command.OtherPassword), fit is null ? OldPasswordsTexts.JoinWrongProof : OldPasswordsTexts.JoinNeedsCode);

            await tries.Forgive(TryLimits.Password, join.Email, cancellationToken);
            return await db.InTransaction(token => Join(join, token), cancellationToken);
        }

        private static Result<Nothing> Over => Result<Nothing>.Invalid("", OldPasswordsTexts.JoinOver);

        private Task<int> Count(Guid id, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            return db.InTransaction(token => db.AccountJoins.Where(j => j.Id == id && j.AccountId == user.Id && j.TriesLeft > 0 && j.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.TriesLeft, j => j.TriesLeft - 1), token), cancellationToken);
        }

        private bool IsCode(string protectedDigits, string typed) => CallerDigits.Read(typed) is { } read && digits.Match(protectedDigits, read);

        private async Task<Result<Nothing>> Join(AccountJoin join, CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            if (await db.AccountJoins.Where(j => j.Id == join.Id).ExecuteDeleteAsync(cancellationToken) == 0)
                return Over;
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
            if (!await oldAccounts.JoinTo(account, join.Email, cancellationToken))
                return Over;
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
