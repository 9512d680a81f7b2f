using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Mails six digits to a person whose password was right; a newer code replaces the one before.</summary>
public static class SendFactorCode
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        /// <summary>The pending sign-in as the browser keeps it.</summary>
        public string? Ticket { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, PendingSignInCookie cookie, SignInGate gate, SecondFactors factors, FactorLimits limits, FactorMail mail)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (cookie.Open(command.Ticket) is not { } pending || !pending.IsAt(SignInSteps.SecondFactor)
                || !(await factors.WaysOf(pending.AccountId, pending.IsByMail, cancellationToken)).Contains(FactorWay.Mail))
                return Result<Nothing>.NotFound;
            if (await limits.TakeMail(pending.AccountId, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);
            mail.Prepare();
            return await db.InTransaction(token => Send(pending, token), cancellationToken);
        }

        private async Task<Result<Nothing>> Send(PendingSignIn pending, CancellationToken cancellationToken)
        {
            if (await gate.Holder(pending, cancellationToken) is not { } account)
                return Result<Nothing>.NotFound;
            await mail.Send(account, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
