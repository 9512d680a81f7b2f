using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>A second one of the staff, who leads, approves a case or stops it. From the approval on the waiting time runs.</summary>
public static class DecideCase
{
    [Allow(Policies.SupportLead)]
    public sealed record Command(Guid Id, bool Approves) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, CaseLetters letters, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var accountId = await db.AccountCases.Where(c => c.Id == command.Id).Select(c => c.AccountId).SingleOrDefaultAsync(token);
            await db.HoldAccount(accountId, token);
            if (await db.AccountCases.SingleOrDefaultAsync(c => c.Id == command.Id, token) is not { } opened)
                return Result<Nothing>.NotFound;
            var now = time.GetUtcNow();
            var state = opened.StateAt(now);
            if (command.Approves && opened.ApprovedBy == user.Id && state == AccountCaseState.Approved)
                return new Nothing();
            if (command.Approves ? !opened.Approve(user.Id, now) : opened.AccountId == user.Id || !opened.Stop(now))
                return Result<Nothing>.Invalid("", command.Approves && opened.OpenedBy == user.Id && state == AccountCaseState.Waiting
                    ? CasesTexts.OwnCase : string.Format(CultureInfo.CurrentCulture, CasesTexts.NotWaiting, CaseWords.Of(state)));

            var account = await db.Users.SingleAsync(a => a.Id == opened.AccountId, token);
            if (command.Approves)
                await letters.TellApproved(account, opened, token);
            else
                letters.TellStopped(account);
            audit.Add(command.Approves ? "AccountCaseApproved" : "AccountCaseStopped", opened.CustomerId, account.Id, $"{opened.Kind}");
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
