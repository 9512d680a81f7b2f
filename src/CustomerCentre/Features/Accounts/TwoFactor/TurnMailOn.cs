using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Turns codes by e-mail on. The e-mail of an account is confirmed, so it needs no proof of its own.</summary>
public static class TurnMailOn
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public string Password { get; set; } = "";
    }

    /// <param name="RecoveryCodes">A new set, shown this once; empty when the person has one already.</param>
    public sealed record Answer(IReadOnlyList<string> RecoveryCodes);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).KnownPassword();
    }

    public sealed class Handler(CustomerCentreDb db, PasswordProof proof, SecondFactors factors, FactorChange change, CurrentUser user, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) =>
            await proof.Refusal(command.Password, cancellationToken) is { } refusal
                ? Result<Answer>.Invalid(nameof(command.Password), refusal)
                : await db.InTransaction(TurnOn, cancellationToken);

        private async Task<Result<Answer>> TurnOn(CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
            var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == user.Id, cancellationToken);
            if (factor?.Has(FactorWay.Mail) == true)
                return new Answer([]);
            if (factor is null)
                db.SecondFactors.Add(factor = new(user.Id));

            factor.TurnMailOn(time.GetUtcNow());
            account.TwoFactorEnabled = true;
            IReadOnlyList<string> codes = await factors.CodesLeft(user.Id, cancellationToken) > 0 ? [] : await factors.DrawCodes(user.Id, cancellationToken);
            await change.Conclude(account, "SecondFactorOn", $"{FactorWay.Mail}", () => SafetyTexts.OnSubject, () => SafetyTexts.OnMailText, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(codes);
        }
    }
}
