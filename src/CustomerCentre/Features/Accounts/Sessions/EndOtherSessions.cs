using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts.Sessions;

/// <summary>Signs the person out everywhere else.</summary>
public static class EndOtherSessions
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, SessionBook sessions, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            // A sign-in that is on its way either has its session in, which ends here, or comes after.
            await db.HoldAccount(user.Id, token);
            await sessions.EndOthers(token);
            audit.Add("OtherSessionsEnded", subjectId: user.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
