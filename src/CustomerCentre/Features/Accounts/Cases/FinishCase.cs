using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>
/// Uses the mailed link of an approved case up, after the waiting time: the account gets the e-mail the link was mailed to, its second factor stays; or the second factor goes,
/// for who reads the account's mailbox. Every session ends; nobody is signed in by it.
/// </summary>
public static class FinishCase
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Token { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(
        CustomerCentreDb db, LinkDesk links, AccountLocks locks, EmailMove move, FactorChange change, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var found = await links.Find(LinkPurpose.FinishCase, command.Token, token);
            var id = found?.SubjectId;
            var accountId = await db.AccountCases.Where(c => c.Id == id).Select(c => c.AccountId).SingleOrDefaultAsync(token);
            await db.HoldAccount(accountId, token);
            if (await db.AccountCases.SingleOrDefaultAsync(c => c.Id == id, token) is not { } opened)
                return Result<Nothing>.NotFound;
            var account = await db.Users.SingleAsync(a => a.Id == opened.AccountId, token);
            if (links.ConditionOf(found) != LinkCondition.Valid || account.JoinedIntoId is not null || account.IsAnonymous || !opened.Finish(time.GetUtcNow()))
                return Result<Nothing>.Invalid("", CasesTexts.Over);
            if (opened.Kind == AccountCaseKind.NewEmail && !await move.Move(account, opened.Email!, token))
            {
                db.ChangeTracker.Clear();
                return Result<Nothing>.Invalid("", ProfileTexts.NewEmailTaken);
            }

            if (opened.Kind == AccountCaseKind.FactorOff)
                await TurnOff(account, token);
            found!.Use(time.GetUtcNow());
            await locks.Change(account, token);
            audit.Add("AccountCaseDone", opened.CustomerId, account.Id, $"{opened.Kind}");
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);

        private async Task TurnOff(Account account, CancellationToken cancellationToken)
        {
            if (await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account.Id, cancellationToken) is { } factor)
            {
                factor.TurnOff(FactorWay.App);
                factor.TurnOff(FactorWay.Mail);
            }

            account.TwoFactorEnabled = false;
            await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
            change.Tell(account, "SecondFactorOff", "Case", () => SafetyTexts.OffSubject, () => CasesTexts.FactorOffText);
        }
    }
}
