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

/// <summary>Uses the mailed link up: sets the new password, ends every session and opens a new one for the person who holds the link, once no step lacks.</summary>
public static class ResetPassword
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        public string? Token { get; set; }
        public string Password { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).NewPassword();
    }

    public sealed class Handler(
        CustomerCentreDb db, LinkDesk links, Tries tries, Passwords passwords, PasswordPolicy policy, OldAccounts oldAccounts, AccountLocks locks, SignInGate gate,
        SecurityLetters letters, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ResetPassword, command.Token, cancellationToken);
            var id = link?.SubjectId;
            var owner = EmailAddress.TryParse(await db.Users.Where(a => a.Id == id).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken))
                ?? await db.FirstSignIns.Where(f => f.Id == id).Select(f => f.Email).SingleOrDefaultAsync(cancellationToken);
            if (links.ConditionOf(link) != LinkCondition.Valid || owner is not { } email)
                return Result<SignedIn>.NotFound;

            if (policy.Refusal(command.Password, email) is { } refusal)
                return Result<SignedIn>.Invalid(nameof(command.Password), refusal);

            var hash = passwords.Hash(command.Password);
            var answer = await db.InTransaction(token => Set(command.Token, hash, token), cancellationToken);
            if (answer.IsDone)
                await tries.Forget(TryLimits.Password, email, cancellationToken);
            return answer;
        }

        private async Task<Result<SignedIn>> Set(string? linkToken, string hash, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ResetPassword, linkToken, cancellationToken);
            if (links.ConditionOf(link) != LinkCondition.Valid)
                return Result<SignedIn>.NotFound;

            // Held from here on: a sign-in with the old password either has opened its session, which ends below, or waits and finds the new one.
            await db.HoldAccount(link!.SubjectId, cancellationToken);
            // Two links asked for at the same moment are both good; the first that is used is the last.
            await links.Replace(LinkPurpose.ResetPassword, link.SubjectId, cancellationToken);
            link.Use(time.GetUtcNow());
            if (await Owner(link.SubjectId, cancellationToken) is not { JoinedIntoId: null } account)
                return Result<SignedIn>.NotFound;
            var isFirst = account.PasswordHash is null && await oldAccounts.Settle(account, cancellationToken);
            account.PasswordHash = hash;
            // Who holds the link has received the mail.
            account.EmailConfirmed = true;
            await locks.Change(account, cancellationToken);
            var signedIn = await gate.Admit(account, SignInSteps.None, SignInProofs.MailedLink, stays: false, cancellationToken);
            if (!isFirst)
                letters.Send(account, "PasswordChanged", () => AccountsTexts.ChangedSubject, () => AccountsTexts.ChangedText);
            audit.Add("PasswordReset", subjectId: account.Id);
            await db.SaveChangesAsync(cancellationToken);
            return signedIn;
        }

        // Who comes from an old service has no account before this moment, unless a file has brought one meanwhile.
        private async Task<Account?> Owner(Guid id, CancellationToken cancellationToken)
        {
            if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } account)
                return account;
            if (await db.FirstSignIns.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } first)
                return null;
            return await db.AccountsOf(first.Email).SingleOrDefaultAsync(cancellationToken) ?? await oldAccounts.Open(first.Email, id, cancellationToken);
        }
    }
}
