using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Uses the mailed link up: the account has the new e-mail from now on. Only its signed-in person can, or a mistyped e-mail would hand the account to a stranger.</summary>
public static class ConfirmNewEmail
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Token { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Token).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, LinkDesk links, SessionBook sessions, SecurityLetters letters, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            await db.HoldAccount(user.Id, token);
            var link = await links.Find(LinkPurpose.ChangeEmail, command.Token, token);
            var change = await db.EmailChanges.SingleOrDefaultAsync(c => c.AccountId == user.Id, token);
            if (links.ConditionOf(link) != LinkCondition.Valid || link!.SubjectId != user.Id || change is null)
                return Result<Nothing>.NotFound;
            if (await db.Users.AnyAsync(a => a.NormalizedEmail == change.Email.Normalized, token))
                return Result<Nothing>.Invalid("", ProfileTexts.NewEmailTaken);

            var account = await db.Users.SingleAsync(a => a.Id == user.Id, token);
            var old = EmailAddress.Parse(account.Email!);
            link.Use(time.GetUtcNow());
            db.EmailChanges.Remove(change);
            account.Rename(change.Email);
            // What was mailed to the old mailbox must not set the password.
            await links.Replace(LinkPurpose.ResetPassword, account.Id, token);
            await sessions.EndOthers(token);
            letters.Send(account, "EmailChanged", () => ProfileTexts.EmailChangedSubject, () => ProfileTexts.EmailChangedText, old);
            audit.Add("EmailChanged", subjectId: account.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
