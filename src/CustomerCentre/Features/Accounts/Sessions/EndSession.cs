using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Sessions;

/// <summary>Ends one other session of the person. A session that has ended already stays as it is.</summary>
public static class EndSession
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Id && s.AccountId == user.Id, token) is not { } session)
                return Result<Nothing>.NotFound;
            if (session.EndedAt is not null)
                return new Nothing();
            session.End(time.GetUtcNow());
            audit.Add("SessionEnded", subjectId: user.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
