using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Data.Retention;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Closes the own account and signs the person out everywhere. Nothing is lost for some days: who signs in within them may open it again.</summary>
public static class CloseAccount
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string Password { get; set; } = "";

        /// <summary>A code of the second factor, if the account has one.</summary>
        public string? Code { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).KnownPassword();
    }

    public sealed class Handler(
        CustomerCentreDb db, CurrentUser user, PasswordProof proof, OwnFactor factor, AccountLocks locks, SecurityLetters letters, AuditTrail audit,
        IOptions<RetentionOptions> kept, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await proof.Refusal(command.Password, cancellationToken) is { } wrong)
                return Result<Nothing>.Invalid(nameof(command.Password), wrong);
            if (await factor.Refusal(command.Code, cancellationToken) is { } lacking)
                return Result<Nothing>.Invalid(nameof(command.Code), lacking);
            return await db.InTransaction(Close, cancellationToken);
        }

        private async Task<Result<Nothing>> Close(CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            // The operator's own people are let go by the operator, so that none of its roles is left to nobody.
            if (await db.StaffMembers.AnyAsync(staff => staff.AccountId == user.Id, cancellationToken))
                return Result<Nothing>.Invalid("", ProfileTexts.CloseStaff);

            var (account, now) = (await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken), time.GetUtcNow());
            if (account.ClosedAt is not null)
                return new Nothing();
            account.ClosedAt = now;
            await locks.Change(account, cancellationToken);
            letters.Send(account, "AccountClosed", () => ProfileTexts.ClosedSubject,
                () => string.Format(CultureInfo.CurrentCulture, ProfileTexts.ClosedText, now.AddDays(kept.Value.ClosedAccountDays).ToText()));
            audit.Add("AccountClosed", subjectId: user.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
