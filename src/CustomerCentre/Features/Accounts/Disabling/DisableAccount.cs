using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Disabling;

/// <summary>
/// An operator administrator disables somebody's account: its sessions and visits to services end at once, and nothing opens it until it is enabled again. Never the own one,
/// so at least one operator administrator stays.
/// </summary>
public static class DisableAccount
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid AccountId { get; set; }

        /// <summary>For staff; the person is not told it.</summary>
        public string Reason { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).Cascade(CascadeMode.Stop).Required(() => DisablingTexts.ReasonMissing).MaximumLength(Account.ReasonMaxLength);
    }

    public sealed class Handler(CustomerCentreDb db, AccountLocks locks, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            // In the same order for all: of two administrators who disable each other the slower one finds the own account disabled.
            foreach (var id in new[] { command.AccountId, user.Id }.Order())
                await db.HoldAccount(id, token);
            var now = time.GetUtcNow();
            if (command.AccountId == user.Id || !await db.IsStillAdministrator(user.Id, now, token))
                return Result<Nothing>.Refused;
            if (await db.Users.SingleOrDefaultAsync(a => a.Id == command.AccountId && a.JoinedIntoId == null && !a.IsAnonymous, token) is not { } account)
                return Result<Nothing>.NotFound;
            if (account.DisabledAt is not null)
                return new Nothing();

            (account.DisabledAt, account.DisabledReason) = (now, command.Reason.Trim());
            await locks.Change(account, token);
            audit.Add("AccountDisabled", subjectId: account.Id);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => new Letter("AccountDisabled", DisablingTexts.DisabledSubject, [DisablingTexts.DisabledWhat, DisablingTexts.DisabledNext]));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
