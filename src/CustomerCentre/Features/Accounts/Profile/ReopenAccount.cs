using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Opens a closed account again for who has just given every other proof of being its person.</summary>
public static class ReopenAccount
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<SignedIn>>
    {
        /// <summary>The pending sign-in as the browser keeps it.</summary>
        public string? Ticket { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, PendingSignInCookie cookie, SignInGate gate, AuditTrail audit) : IRequestHandler<Command, Result<SignedIn>>
    {
        public async Task<Result<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (cookie.Open(command.Ticket) is not { } pending || !pending.IsAt(SignInSteps.Reopening))
                return Result<SignedIn>.NotFound;
            return await db.InTransaction(async token =>
            {
                if (await gate.Holder(pending, token) is not { IsAnonymous: false } account)
                    return Result<SignedIn>.NotFound;
                account.ClosedAt = null;
                audit.Add("AccountReopened", subjectId: account.Id);
                var person = await gate.Pass(pending, account, SignInSteps.Reopening, SignInProofs.None, token);
                await db.SaveChangesAsync(token);
                return (Result<SignedIn>)person;
            }, cancellationToken);
        }
    }
}
