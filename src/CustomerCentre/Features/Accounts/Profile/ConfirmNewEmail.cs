using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
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

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, LinkDesk links, SessionBook sessions, EmailMove move, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            await db.HoldAccount(user.Id, token);
            var link = await links.Find(LinkPurpose.ChangeEmail, command.Token, token);
            var change = await db.EmailChanges.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == user.Id, token);
            if (links.ConditionOf(link) != LinkCondition.Valid || link!.SubjectId != user.Id || change is null)
                return Result<Nothing>.NotFound;
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, token);
            if (!await move.Move(account, change.Email, token))
                return Result<Nothing>.Invalid("", ProfileTexts.NewEmailTaken);
            link.Use(time.GetUtcNow());
            await sessions.EndOthers(token);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
