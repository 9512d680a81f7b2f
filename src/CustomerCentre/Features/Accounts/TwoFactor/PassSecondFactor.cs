using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>The second proof of a pending sign-in. Tries are counted before a code is looked at; each code works once.</summary>
public static class PassSecondFactor
{
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        /// <summary>The pending sign-in as the browser keeps it.</summary>
        public string? Ticket { get; set; }
        public FactorWay Way { get; set; }
        public string Code { get; set; } = "";

        /// <summary>Not to be asked in this browser for thirty days.</summary>
        public bool Trust { get; set; }
    }

    /// <param name="Person">The session, or what still lacks.</param>
    /// <param name="TrustToken">What the browser is to keep when it is trusted.</param>
    public sealed record Answer(SignedIn Person, string? TrustToken);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Way).IsInEnum();
            RuleFor(command => command.Code).SixDigits().When(command => command.Way != FactorWay.Recovery);
            RuleFor(command => command.Code).Cascade(CascadeMode.Stop).Required(() => SafetyTexts.CodeMissing)
                .Must(typed => RecoveryCode.Read(typed) is not null).WithMessage(_ => SafetyTexts.RecoveryShape).When(command => command.Way == FactorWay.Recovery);
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, PendingSignInCookie cookie, SignInGate gate, SecondFactors factors, SecondProof proof, TrustedBrowserBook browsers, FactorLimits limits, AuditTrail audit)
        : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (cookie.Open(command.Ticket) is not { } pending || !pending.IsAt(SignInSteps.SecondFactor))
                return Result<Answer>.NotFound;
            if (await limits.Take(command.Way, pending.AccountId, cancellationToken) is { } wait)
                return Result<Answer>.Invalid("", wait);

            proof.Prepare();
            var answer = await db.InTransaction(token => Pass(command, pending, token), cancellationToken);
            if (answer.IsDone)
                await limits.Forgive(command.Way, pending.AccountId, cancellationToken);
            return answer;
        }

        private async Task<Result<Answer>> Pass(Command command, PendingSignIn pending, CancellationToken cancellationToken)
        {
            if (await gate.Holder(pending, cancellationToken) is not { } account
                || !(await factors.WaysOf(account.Id, pending.IsByMail, cancellationToken)).Contains(command.Way))
                return Result<Answer>.NotFound;
            if (!await proof.Use(account, command.Way, command.Code, cancellationToken))
                return Result<Answer>.Invalid(nameof(command.Code), command.Way == FactorWay.Recovery ? SafetyTexts.RecoveryWrong : SafetyTexts.CodeWrong);

            var token = command.Trust ? await browsers.Trust(account.Id, cancellationToken) : null;
            if (command.Trust)
                audit.Add("BrowserTrusted", subjectId: account.Id);
            var person = await gate.Pass(pending, account, SignInSteps.SecondFactor, command.Way.Proof(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(person, token);
        }
    }
}
