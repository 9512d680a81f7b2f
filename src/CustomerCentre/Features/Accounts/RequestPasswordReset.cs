using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Mails a link to a new password, or that there is no account. The page says the same in both cases.</summary>
public static class RequestPasswordReset
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string Email { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Email).EmailAddress();
    }

    public sealed class Handler(CustomerCentreDb db, Tries tries, Attempts attempts, LinkDesk links, AccountLetters letters, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Parse(command.Email);
            if (await tries.Take(TryLimits.Mail, email, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);

            // Counted for known e-mails too, so that the work does not tell them apart.
            var mayTell = await attempts.Take(TryLimits.NoAccount, email.Normalized, cancellationToken);
            return await db.InTransaction(async token =>
            {
                var account = await db.AccountsOf(email).AsNoTracking().SingleOrDefaultAsync(token);
                var old = await db.OldPasswords.AsNoTracking().Where(o => o.NormalizedEmail == email.Normalized).OrderBy(o => o.Service).FirstOrDefaultAsync(token);
                var until = time.GetUtcNow() + AccountLetters.ResetLives;
                // Who comes from an old service may begin with a new password; the account comes to be when it is set.
                var first = account is null && old is not null ? FirstSignIn.ByLink(old.Email, time.GetUtcNow(), until) : null;
                if (first is not null)
                    db.FirstSignIns.Add(first);
                var link = await links.Issue(LinkPurpose.ResetPassword, account?.Id ?? first?.Id ?? Guid.NewGuid(), until, token);
                if (account is not null)
                    letters.SendResetLink(EmailAddress.Parse(account.Email!), account.Language, link);
                else if (first is not null)
                    letters.SendResetLink(first.Email, Languages.Current, link);
                else if (mayTell)
                    letters.SendNoAccount(email, Languages.Current);
                audit.Add("PasswordResetAsked", subjectId: account?.Id);
                await db.SaveChangesAsync(token);
                return (Result<Nothing>)new Nothing();
            }, cancellationToken);
        }
    }
}
