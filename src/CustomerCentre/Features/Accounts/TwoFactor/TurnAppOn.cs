using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Sets an authenticator app up, or another one in its place, once a code of it was typed.</summary>
public static class TurnAppOn
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        /// <summary>The offered key.</summary>
        public string State { get; set; } = "";
        public string Code { get; set; } = "";
        public string Password { get; set; } = "";
    }

    /// <param name="RecoveryCodes">A new set, shown this once; empty when the person has one already.</param>
    public sealed record Answer(IReadOnlyList<string> RecoveryCodes);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Code).SixDigits();
            RuleFor(command => command.Password).KnownPassword();
        }
    }

    public sealed class Handler(CustomerCentreDb db, PasswordProof proof, AuthenticatorKeys keys, SecondFactors factors, FactorChange change, CurrentUser user, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await proof.Refusal(command.Password, cancellationToken) is { } refusal)
                return Result<Answer>.Invalid(nameof(command.Password), refusal);
            if (keys.Reveal(command.State) is not { } key)
                return Result<Answer>.Invalid("", SafetyTexts.AppOfferOver);
            if (keys.StepOf(key, FactorDigits.Read(command.Code)!) is not { } step)
                return Result<Answer>.Invalid(nameof(command.Code), SafetyTexts.AppCodeWrong);
            return await db.InTransaction(token => TurnOn(command.State, key, step, token), cancellationToken);
        }

        private async Task<Result<Answer>> TurnOn(string protectedKey, byte[] key, long step, CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
            var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == user.Id, cancellationToken);
            if (factor is null)
                db.SecondFactors.Add(factor = new(user.Id));
            // Sent twice, it is set up once.
            else if (keys.Reveal(factor.ProtectedKey) is { } known && known.AsSpan().SequenceEqual(key))
                return new Answer([]);

            factor.TurnAppOn(protectedKey, step, time.GetUtcNow());
            account.TwoFactorEnabled = true;
            IReadOnlyList<string> codes = await factors.CodesLeft(user.Id, cancellationToken) > 0 ? [] : await factors.DrawCodes(user.Id, cancellationToken);
            await change.Conclude(account, "SecondFactorOn", $"{FactorWay.App}", () => SafetyTexts.OnSubject, () => SafetyTexts.OnAppText, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(codes);
        }
    }
}
