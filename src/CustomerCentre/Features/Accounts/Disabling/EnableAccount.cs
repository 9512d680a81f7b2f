using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Disabling;

/// <summary>An operator administrator lets a disabled account be used again. Its person signs in as before.</summary>
public static class EnableAccount
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid AccountId { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (!await db.IsStillAdministrator(user.Id, time.GetUtcNow(), token))
                return Result<Nothing>.Refused;
            await db.HoldAccount(command.AccountId, token);
            if (await db.Users.SingleOrDefaultAsync(a => a.Id == command.AccountId, token) is not { } account)
                return Result<Nothing>.NotFound;
            if (account.DisabledAt is null)
                return new Nothing();

            (account.DisabledAt, account.DisabledReason) = (null, null);
            audit.Add("AccountEnabled", subjectId: account.Id);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => new Letter(
                "AccountEnabled", DisablingTexts.EnabledSubject, [DisablingTexts.EnabledWhat], new LetterButton(AccountsTexts.SignIn, "/account/sign-in")));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
