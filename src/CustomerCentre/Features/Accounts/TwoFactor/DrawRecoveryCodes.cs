using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Draws a new set of recovery codes in place of the old one.</summary>
public static class DrawRecoveryCodes
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public string Password { get; set; } = "";
    }

    /// <param name="RecoveryCodes">The new set, shown this once.</param>
    public sealed record Answer(IReadOnlyList<string> RecoveryCodes);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password).KnownPassword();
    }

    public sealed class Handler(CustomerCentreDb db, PasswordProof proof, SecondFactors factors, SecurityLetters letters, CurrentUser user, AuditTrail audit)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) =>
            await proof.Refusal(command.Password, cancellationToken) is { } refusal
                ? Result<Answer>.Invalid(nameof(command.Password), refusal)
                : await db.InTransaction(Draw, cancellationToken);

        private async Task<Result<Answer>> Draw(CancellationToken cancellationToken)
        {
            await db.HoldAccount(user.Id, cancellationToken);
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
            if (!account.TwoFactorEnabled)
                return Result<Answer>.NotFound;
            var codes = await factors.DrawCodes(user.Id, cancellationToken);
            letters.Send(account, "RecoveryCodesDrawn", () => SafetyTexts.DrawnSubject, () => SafetyTexts.DrawnText);
            audit.Add("RecoveryCodesDrawn", subjectId: user.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(codes);
        }
    }
}
