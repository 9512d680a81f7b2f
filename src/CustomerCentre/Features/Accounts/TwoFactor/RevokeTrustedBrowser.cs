using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Trusts a browser no more, or none of them; it is asked for the second factor again at its next sign-in.</summary>
public static class RevokeTrustedBrowser
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        /// <summary>The browser; none means all of them.</summary>
        public Guid? Id { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var ended = await db.TrustedBrowsers.Where(b => b.AccountId == user.Id && (command.Id == null || b.Id == command.Id)).ExecuteDeleteAsync(token);
            if (ended > 0)
                audit.Add("BrowserTrustEnded", subjectId: user.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
