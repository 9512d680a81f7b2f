using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>The person's word: the other account, proven in full, becomes part of this one. Sent twice, it is done once.</summary>
public static class JoinAccounts
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, JoinDesk desk, AccountJoiner joiner, JoinLetters letters, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await desk.Find(command.Id, token) is not { OtherId: { } otherId })
                return Over;
            // In the same order whichever is joined into which: of two joins in opposite directions one waits, and then finds its own account joined.
            foreach (var id in new[] { otherId, user.Id }.Order())
                await db.HoldAccount(id, token);
            db.ChangeTracker.Clear();
            var own = await db.Users.SingleAsync(a => a.Id == user.Id, token);
            if (own.JoinedIntoId is not null || await desk.Find(command.Id, token) is not { IsProven: true } join || await desk.Other(join, token) is not { } other)
                return Over;
            if (await db.ObstacleToJoin(other, token) is not JoinObstacle.None and var obstacle)
                return Result<Nothing>.Invalid("", JoinLetters.WordsOf(obstacle));

            db.AccountJoins.Remove(join);
            var what = await letters.Prepare(other, token);
            await joiner.Join(own, other, token);
            letters.Send(own, other, what);
            audit.Add("AccountsJoined", subjectId: own.Id, note: $"{other.Id}");
            audit.Add("AccountJoinedInto", subjectId: other.Id, note: $"{own.Id}");
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);

        private static Result<Nothing> Over => Result<Nothing>.Invalid("", OldPasswordsTexts.JoinOver);
    }
}
