using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Asks for another e-mail: the new one gets a link, nothing changes before it is used. Whether an account has that e-mail already is told to its mailbox alone.</summary>
public static class ChangeEmail
{
    public const string ConfirmPath = "/account/confirm-new-email";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";

        /// <summary>A code of the second factor, if the account has one.</summary>
        public string? Code { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Email).EmailAddress();
            RuleFor(command => command.Password).KnownPassword();
        }
    }

    public sealed class Handler(
        CustomerCentreDb db, CurrentUser user, PasswordProof proof, OwnFactor factor, Tries tries, LinkDesk links, Outbox outbox, AuditTrail audit, IOptions<OperatorOptions> operators, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Parse(command.Email);
            if (await proof.Refusal(command.Password, cancellationToken) is { } wrong)
                return Result<Nothing>.Invalid(nameof(command.Password), wrong);
            if (await factor.Refusal(command.Code, cancellationToken) is { } lacking)
                return Result<Nothing>.Invalid(nameof(command.Code), lacking);
            if (await tries.Take(TryLimits.Mail, email, cancellationToken) is { } wait)
                return Result<Nothing>.Invalid("", wait);
            return await db.InTransaction(token => Ask(email, token), cancellationToken);
        }

        private async Task<Result<Nothing>> Ask(EmailAddress email, CancellationToken cancellationToken)
        {
            var (account, now) = (await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken), time.GetUtcNow());
            if (account.NormalizedEmail == email.Normalized)
                return Result<Nothing>.Invalid(nameof(Command.Email), ProfileTexts.EmailSame);

            if (await db.EmailChanges.SingleOrDefaultAsync(c => c.AccountId == user.Id, cancellationToken) is { } asked)
                asked.Ask(email, now);
            else
                db.EmailChanges.Add(new(user.Id, email, now));
            var link = await links.Issue(LinkPurpose.ChangeEmail, user.Id, now + Lifetime, cancellationToken);
            var taken = await db.Users.AnyAsync(a => a.NormalizedEmail == email.Normalized, cancellationToken);
            outbox.Add(email, account.Language, () => taken
                ? new Letter("EmailTaken", Say(ProfileTexts.EmailTakenSubject), [Say(ProfileTexts.EmailTakenText), AccountsTexts.NotYou], new LetterButton(AccountsTexts.SignIn, "/account/sign-in"))
                : new Letter("ConfirmNewEmail", Say(ProfileTexts.NewEmailSubject), [Say(ProfileTexts.NewEmailText), ProfileTexts.NewEmailLives, AccountsTexts.NotYou],
                    new LetterButton(ProfileTexts.NewEmailButton, $"{ConfirmPath}?token={link}")));
            audit.Add("EmailChangeAsked", subjectId: user.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }

        private string Say(string text) => string.Format(CultureInfo.CurrentCulture, text, operators.Value.AccountBrand);
    }
}
