using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Ends the session the request came in, everywhere it is checked.</summary>
public static class SignOut
{
    [Allow(Policies.SignedIn)]
    public sealed record Command : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == user.SessionId && s.AccountId == user.Id, token);
            session?.End(time.GetUtcNow());
            audit.Add("SignedOut", subjectId: user.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
