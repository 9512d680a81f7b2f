using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Sets another password for who knows the old one, and signs the person out everywhere else.</summary>
public static class ChangePassword
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string OldPassword { get; set; } = "";
        public string Password { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.OldPassword).KnownPassword();
            RuleFor(command => command.Password).NewPassword();
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, CurrentUser user, PasswordProof proof, Passwords passwords, PasswordPolicy policy, LinkDesk links, AccountLocks locks,
        SecurityLetters letters, AuditTrail audit)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Read first: what is proven next is this password or a later one.
            var known = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
            if (await proof.Refusal(command.OldPassword, cancellationToken) is { } wrong)
                return Result<Nothing>.Invalid(nameof(command.OldPassword), wrong);
            if (policy.Refusal(command.Password, EmailAddress.Parse(known.Email!)) is { } weak)
                return Result<Nothing>.Invalid(nameof(command.Password), weak);

            var hash = passwords.Hash(command.Password);
            return await db.InTransaction(async token =>
            {
                await db.HoldAccount(user.Id, token);
                var account = await db.Users.SingleAsync(a => a.Id == user.Id, token);
                // The password that was proven is another by now: of two changes at once the second proves nothing.
                if (account.PasswordHash != known.PasswordHash)
                    return Result<Nothing>.Invalid(nameof(command.OldPassword), SafetyTexts.PasswordWrong);
                account.PasswordHash = hash;
                await links.Replace(Domain.Accounts.LinkPurpose.ResetPassword, account.Id, token);
                await locks.ChangeForOthers(account, token);
                letters.Send(account, "PasswordChanged", () => AccountsTexts.ChangedSubject, () => AccountsTexts.ChangedText);
                audit.Add("PasswordChanged", subjectId: account.Id);
                await db.SaveChangesAsync(token);
                return (Result<Nothing>)new Nothing();
            }, cancellationToken);
        }
    }
}
