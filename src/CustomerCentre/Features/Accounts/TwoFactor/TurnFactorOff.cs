using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Turns one way of the second factor off; with the last one go the recovery codes.</summary>
public static class TurnFactorOff
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public FactorWay Way { get; set; }
        public string Password { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Way).Must(way => way is FactorWay.App or FactorWay.Mail);
            RuleFor(command => command.Password).KnownPassword();
        }
    }

    public sealed class Handler(CustomerCentreDb db, PasswordProof proof, FactorChange change, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) =>
            await proof.Refusal(command.Password, cancellationToken) is { } refusal
                ? Result<Nothing>.Invalid(nameof(command.Password), refusal)
                : await db.InTransaction(token => TurnOff(command.Way, token), cancellationToken);

        private async Task<Result<Nothing>> TurnOff(FactorWay way, CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
            var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == user.Id, cancellationToken);
            if (factor?.Has(way) != true)
                return new Nothing();

            factor.TurnOff(way);
            account.TwoFactorEnabled = factor.IsOn;
            if (!factor.IsOn)
                await db.RecoveryCodes.Where(code => code.AccountId == user.Id).ExecuteDeleteAsync(cancellationToken);
            await change.Conclude(account, "SecondFactorOff", $"{way}", () => SafetyTexts.OffSubject,
                () => way == FactorWay.App ? SafetyTexts.OffAppText : SafetyTexts.OffMailText, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
