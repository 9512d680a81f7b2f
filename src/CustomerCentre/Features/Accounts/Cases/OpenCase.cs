using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>
/// Staff open a case for a person of a customer whose caller was proven within the hour, by a support PIN or a code to a contact on file. The account's mailbox is told at once
/// and can stop it; nothing changes before a second one of the staff approves.
/// </summary>
public static class OpenCase
{
    [Allow(Policies.SupportStaff)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        /// <summary>Becomes the case's.</summary>
        public Guid Id { get; set; } = Guid.NewGuid();
        public string CustomerNumber { get; set; } = "";
        public Guid AccountId { get; set; }
        public AccountCaseKind Kind { get; set; }

        /// <summary>The new e-mail, when that is what is asked for.</summary>
        public string Email { get; set; } = "";
        public string Reason { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Kind).IsInEnum();
            RuleFor(command => command.Email).Cascade(CascadeMode.Stop).Required(() => PeopleTexts.EmailMissing).Email().When(command => command.Kind == AccountCaseKind.NewEmail);
            RuleFor(command => command.Reason).Cascade(CascadeMode.Stop).Required(() => CasesTexts.ReasonMissing).MaximumLength(AccountCase.ReasonMaxLength);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CaseLetters letters, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var now = time.GetUtcNow();
            await db.HoldAccount(command.AccountId, token);
            var member = await db.MembersInReach(user.Id, command.CustomerNumber, now).AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == command.AccountId, token);
            if (member is null)
                return Result<Nothing>.NotFound;
            if (await db.AccountCases.AnyAsync(c => c.Id == command.Id && c.OpenedBy == user.Id && c.AccountId == command.AccountId, token))
                return new Nothing();
            if (!await db.OpenLookUps(user.Id, command.CustomerNumber, now).AnyAsync(l => l.Reason == LookUpReason.Pin || l.Reason == LookUpReason.Code, token))
                return Result<Nothing>.Invalid("", CasesTexts.NotProven);

            var account = await db.Users.SingleAsync(a => a.Id == command.AccountId, token);
            if (await Obstacle(command, account, now, token) is { } obstacle)
                return Result<Nothing>.Invalid("", obstacle);
            var email = command.Kind == AccountCaseKind.NewEmail ? EmailAddress.Parse(command.Email) : null;
            if (email?.Normalized == account.NormalizedEmail)
                return Result<Nothing>.Invalid(nameof(command.Email), ProfileTexts.EmailSame);
            var opened = new AccountCase(command.Id, command.Kind, account.Id, member.CustomerId, email, command.Reason.Trim(), user.Id, now);
            db.AccountCases.Add(opened);
            await letters.TellOpened(account, opened, token);
            audit.Add("AccountCaseOpened", member.CustomerId, account.Id, $"{opened.Kind}");
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);

        private async Task<string?> Obstacle(Command command, Account account, DateTimeOffset now, CancellationToken cancellationToken)
        {
            // Roles of the operator's are a way to everybody's data; its people are helped by its administrators, in person.
            if (await db.StaffMembers.AnyAsync(staff => staff.AccountId == account.Id, cancellationToken))
                return CasesTexts.IsStaff;
            if (command.Kind == AccountCaseKind.FactorOff && !account.TwoFactorEnabled)
                return CasesTexts.NoFactor;
            var earlier = await db.AccountCases.AsNoTracking().Where(c => c.AccountId == account.Id && c.DoneAt == null && c.StoppedAt == null).ToListAsync(cancellationToken);
            return earlier.Exists(c => c.StateAt(now) != AccountCaseState.Expired) ? CasesTexts.IsOpen : null;
        }
    }
}
