using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Mails a signed-in person the code that a change to the way into the account asks for.</summary>
public static class SendOwnCode
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, SecondFactors factors, FactorLimits limits, FactorMail mail, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!(await factors.WaysOf(user.Id, byMail: false, cancellationToken)).Contains(FactorWay.Mail))
                return Result<Nothing>.NotFound;
            if (await limits.TakeMail(user.Id, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);
            mail.Prepare();
            return await db.InTransaction(async token =>
            {
                await db.HoldAccount(user.Id, token);
                await mail.Send(await db.Users.SingleAsync(a => a.Id == user.Id, token), token);
                await db.SaveChangesAsync(token);
                return (Result<Nothing>)new Nothing();
            }, cancellationToken);
        }
    }
}
