using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

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

    public sealed class Handler(CustomerCentreDb db, PendingSignInCookie cookie, SignInGate gate, SecondFactors factors, FactorLimits limits, CallerDigits digits, Outbox outbox, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (cookie.Open(command.Ticket) is not { } pending || !pending.IsAt(SignInSteps.SecondFactor)
                || !(await factors.WaysOf(pending.AccountId, pending.ByMail, cancellationToken)).Contains(FactorWay.Mail))
                return Result<Nothing>.NotFound;
            if (await limits.TakeMail(pending.AccountId, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);
            var drawn = CallerDigits.New();
            var made = digits.Protect(drawn);
            return await db.InTransaction(token => Send(pending, drawn, made, token), cancellationToken);
        }

        private async Task<Result<Nothing>> Send(PendingSignIn pending, string drawn, string made, CancellationToken cancellationToken)
        {
            if (await gate.Holder(pending, cancellationToken) is not { } account)
                return Result<Nothing>.NotFound;
            var now = time.GetUtcNow();
            var earlier = await db.FactorCodes.Where(code => code.AccountId == account.Id && code.UsedAt == null && code.ExpiresAt > now).ToListAsync(cancellationToken);
            earlier.ForEach(code => code.Replace(now));
            db.FactorCodes.Add(new FactorCode(Guid.CreateVersion7(now), account.Id, made, now));
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => Write(drawn));
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }

        private static Letter Write(string drawn) => new(
            "FactorCode", SafetyTexts.CodeMailSubject, [SafetyTexts.CodeMailWhat, CallerDigits.Show(drawn), SafetyTexts.CodeMailLives, SafetyTexts.CodeMailStranger]);
    }
}
