using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>Keeps a passkey that the person's browser made.</summary>
public static class AddPasskey
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        /// <summary>What was asked.</summary>
        public string? State { get; set; }

        /// <summary>The browser's answer, as JSON.</summary>
        public string? Credential { get; set; }
        public string? Name { get; set; }

        /// <summary>That the password was known a moment ago.</summary>
        public string? Proof { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Name).PasskeyName();
            RuleFor(command => command.State).NotEmpty().MaximumLength(PasskeyDesk.CredentialMaxLength).WithMessage(_ => SafetyTexts.PasskeyRefused);
            RuleFor(command => command.Credential).NotEmpty().MaximumLength(PasskeyDesk.CredentialMaxLength).WithMessage(_ => SafetyTexts.PasskeyNotMade);
        }
    }

    public sealed class Handler(CustomerCentreDb db, FreshProof proof, PasskeyDesk desk, SecurityLetters letters, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!proof.Holds(command.Proof))
                return Result<Nothing>.Invalid("", SafetyTexts.ProofOver);
            return await desk.Take(user.Id, command.State!, command.Credential!, cancellationToken) is { CredentialId.Length: <= PasskeyMapping.IdMaxLength } made
                ? await db.InTransaction(token => Add(made, command.Name, token), cancellationToken)
                : Result<Nothing>.Invalid("", SafetyTexts.PasskeyRefused);
        }

        // † WebAuthn level 3; what else a browser may say is not kept.
        private static readonly string[] Transports = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

        private async Task<Result<Nothing>> Add(UserPasskeyInfo made, string? name, CancellationToken cancellationToken)
        {
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
            db.UserPasskeys.Add(new()
            {
                UserId = user.Id,
                CredentialId = made.CredentialId,
                Data = new()
                {
                    Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim(),
                    PublicKey = made.PublicKey,
                    CreatedAt = made.CreatedAt,
                    SignCount = made.SignCount,
                    Transports = [.. Transports.Intersect(made.Transports ?? [])],
                    IsUserVerified = made.IsUserVerified,
                    IsBackupEligible = made.IsBackupEligible,
                    IsBackedUp = made.IsBackedUp,
                    // What only says how it was made is looked at once and not kept.
                    AttestationObject = [],
                    ClientDataJson = [],
                },
            });
            letters.Send(account, "PasskeyAdded", () => SafetyTexts.PasskeyAddedSubject, () => SafetyTexts.PasskeyAddedText);
            audit.Add("PasskeyAdded", subjectId: user.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
