using CustomerCentre.Data;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>Proves the second factor of the other account, by any of its ways. Tries count as those of its sign-in.</summary>
public static class PassJoinFactor
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public string Code { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Code).AnyCode();
    }

    public sealed class Handler(CustomerCentreDb db, JoinDesk desk, SecondProof proof, FactorLimits limits) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await desk.Find(command.Id, cancellationToken) is not { OtherId: { } other, LacksFactor: true } join)
                return Over;
            var ways = SecondProof.WaysFor(command.Code, await desk.WaysOf(join, cancellationToken));
            if (ways.Count == 0)
                return Result<Nothing>.Invalid(nameof(command.Code), SafetyTexts.CodeWrong);
            if (await limits.Take(ways[0], other, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);

            proof.Prepare();
            var answer = await db.InTransaction(token => Pass(command, token), cancellationToken);
            if (answer.IsDone)
                await limits.Forgive(ways[0], other, cancellationToken);
            return answer;
        }

        private static Result<Nothing> Over => Result<Nothing>.Invalid("", OldPasswordsTexts.JoinOver);

        private async Task<Result<Nothing>> Pass(Command command, CancellationToken cancellationToken)
        {
            if (await desk.Find(command.Id, cancellationToken) is not { OtherId: { } other, LacksFactor: true } join)
                return Over;
            await db.HoldAccount(other, cancellationToken);
            if (await desk.Other(join, cancellationToken) is not { } account)
                return Over;
            var ways = SecondProof.WaysFor(command.Code, await desk.WaysOf(join, cancellationToken));
            if (!await proof.Use(account, ways, command.Code, cancellationToken))
                return Result<Nothing>.Invalid(nameof(command.Code), SafetyTexts.CodeWrong);
            join.PassFactor();
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
