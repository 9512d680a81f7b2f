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
/// Uses the mailed link up: the sign-up becomes an account and its person is signed in. The browser that signed up is known by its cookie; any other must
/// know the password, or a stranger could sign up with somebody's e-mail, wait for a careless click and own a confirmed account. A used link signs nobody in.
/// </summary>
public static class ConfirmEmail
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        public string? Token { get; set; }
        public Guid? SignUpInBrowser { get; set; }
        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password!).KnownPassword().When(command => command.Password is not null);
    }

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, Tries tries, Passwords passwords, OldAccounts oldAccounts, SessionBook sessions, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var refusal = await Doubt(command, cancellationToken);
            return refusal ?? await db.InTransaction(token => Confirm(command, token), cancellationToken);
        }

        private async Task<Result<SignedIn>?> Doubt(Command command, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ConfirmEmail, command.Token, cancellationToken);
            if (links.ConditionOf(link) != LinkCondition.Valid || link!.SubjectId == command.SignUpInBrowser)
                return null;
            if (await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == link.SubjectId, cancellationToken) is not { } signUp || await Exists(signUp, cancellationToken))
                return null;
            if (command.Password is null)
                return Result<SignedIn>.Invalid(nameof(command.Password), AccountsTexts.PasswordMissing);
            if (await tries.Take(TryLimits.Password, signUp.Email, cancellationToken) is { } wait)
                return Result<SignedIn>.Invalid("", wait);
            if (passwords.Verify(signUp.PasswordHash, command.Password) == PasswordVerificationResult.Failed)
                return Result<SignedIn>.Invalid(nameof(command.Password), AccountsTexts.ConfirmWrongPassword);
            await tries.Forgive(TryLimits.Password, signUp.Email, cancellationToken);
            return null;
        }

        private async Task<Result<SignedIn>> Confirm(Command command, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ConfirmEmail, command.Token, cancellationToken);
            var id = link?.SubjectId;
            var signUp = await db.SignUps.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
            var condition = links.ConditionOf(link);
            if (condition == LinkCondition.Used)
                return Result<SignedIn>.Invalid("", AccountsTexts.ConfirmUsed);
            if (condition != LinkCondition.Valid || signUp is null)
                return Result<SignedIn>.NotFound;

            link!.Use(time.GetUtcNow());
            var answer = await Exists(signUp, cancellationToken) ? Result<SignedIn>.Invalid("", AccountsTexts.ConfirmExists) : await Open(signUp, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }

        private Task<bool> Exists(SignUp signUp, CancellationToken cancellationToken) =>
            db.Users.AnyAsync(account => account.NormalizedEmail == signUp.Email.Normalized, cancellationToken);

        private async Task<Result<SignedIn>> Open(SignUp signUp, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            signUp.Confirm(now);
            var account = Account.From(signUp, now);
            db.Users.Add(account);
            audit.Add("AccountOpened", subjectId: account.Id);
            // An import may have brought old passwords since the mail was written.
            await oldAccounts.Settle(account, cancellationToken);
            return sessions.Open(account, SignInProofs.MailedLink) with { ReturnUrl = signUp.ReturnUrl };
        }
    }
}
