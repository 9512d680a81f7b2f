using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>A lead lets an agent who typed too many wrong codes try on before the hour is over; never himself.</summary>
public static class LetAgentTryOn
{
    [Allow(Policies.SupportLead)]
    public sealed record Command(Guid AccountId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AccountId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Attempts attempts, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (command.AccountId == user.Id)
                return Result<Nothing>.Refused;
            await attempts.Forget(ProveByCode.PerAgent, $"{command.AccountId}", token);
            audit.Add("AgentLetTryOn", subjectId: command.AccountId);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
