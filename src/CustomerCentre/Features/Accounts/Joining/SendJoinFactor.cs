using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>Mails the code of the second factor to the other account.</summary>
public static class SendJoinFactor
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, JoinDesk desk, FactorLimits limits, FactorMail mail) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await desk.Find(command.Id, cancellationToken) is not { OtherId: { } other, LacksFactor: true } join
                || !(await desk.WaysOf(join, cancellationToken)).Contains(FactorWay.Mail))
                return Result<Nothing>.Invalid("", OldPasswordsTexts.JoinOver);
            if (await limits.TakeMail(other, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);
            mail.Prepare();
            return await db.InTransaction(token => Send(command.Id, other, token), cancellationToken);
        }

        private async Task<Result<Nothing>> Send(Guid id, Guid other, CancellationToken cancellationToken)
        {
            await db.HoldAccount(other, cancellationToken);
            if (await desk.Find(id, cancellationToken) is not { } join || await desk.Other(join, cancellationToken) is not { } account)
                return Result<Nothing>.Invalid("", OldPasswordsTexts.JoinOver);
            await mail.Send(account, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
