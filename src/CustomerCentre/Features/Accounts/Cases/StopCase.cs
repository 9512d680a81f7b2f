using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>"It was not me": who reads the account's mailbox stops a case.</summary>
public static class StopCase
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Token { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, CaseLetters letters, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var found = await links.Find(LinkPurpose.StopCase, command.Token, token);
            var id = found?.SubjectId;
            var accountId = await db.AccountCases.Where(c => c.Id == id).Select(c => c.AccountId).SingleOrDefaultAsync(token);
            await db.HoldAccount(accountId, token);
            if (await db.AccountCases.SingleOrDefaultAsync(c => c.Id == id, token) is not { } opened)
                return Result<Nothing>.NotFound;
            if (links.ConditionOf(found) != LinkCondition.Valid || !opened.Stop(time.GetUtcNow()))
                return Result<Nothing>.Invalid("", CasesTexts.Over);
            found!.Use(time.GetUtcNow());
            letters.TellStopped(await db.Users.SingleAsync(a => a.Id == opened.AccountId, token));
            audit.Add("AccountCaseStopped", opened.CustomerId, opened.AccountId, $"{opened.Kind}");
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
