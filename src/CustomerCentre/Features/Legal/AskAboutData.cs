using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Legal;

/// <summary>Mails a request about somebody's personal data to who answers for them. It is kept nowhere else; sent twice it is one mail.</summary>
public static class AskAboutData
{
    public const int MessageMaxLength = 4000;

    public static readonly AttemptLimit FromNetwork = new("DataRequestNetwork", 5, TimeSpan.FromHours(1));

    /// <summary>From everywhere together: the mailbox of one person must stay readable.</summary>
    public static readonly AttemptLimit FromAll = new("DataRequest", 300, TimeSpan.FromDays(1));

    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public PersonalDataRight? Right { get; set; }
        public string? Name { get; set; }
        public string Email { get; set; } = "";
        public string? Message { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).Required(() => FormsTexts.NotCarriedOut);
            RuleFor(command => command.Right).Required(() => LegalTexts.RequestRightMissing).IsInEnum();
            RuleFor(command => command.Name).Required(() => LegalTexts.RequestNameMissing).MaxLength(Account.NameMaxLength).PlainText();
            RuleFor(command => command.Email).EmailAddress();
            RuleFor(command => command.Message).Required(() => LegalTexts.RequestMessageMissing).MaxLength(MessageMaxLength).PlainText(multiline: true);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, Attempts attempts, Outbox outbox, AuditTrail audit, IOptions<OperatorOptions> operators)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var isFree = (user.Network.Length == 0 || await attempts.Take(FromNetwork, user.Network, cancellationToken)) && await attempts.Take(FromAll, "", cancellationToken);
            return isFree ? await db.InTransaction(token => Mail(command, token), cancellationToken) : Result<Nothing>.Invalid("", LegalTexts.RequestTooMany);
        }

        private async Task<Result<Nothing>> Mail(Command command, CancellationToken token)
        {
            if (await db.Outbox.AnyAsync(mail => mail.Id == command.Id, token))
                return new Nothing();
            var to = EmailAddress.Parse(operators.Value.PrivacyEmailFor(Languages.Country)!);
            var signedInAs = user.AccountId is null ? null : await db.Users.Where(account => account.Id == user.Id).Select(account => account.Email).SingleAsync(token);
            // Who answers reads the language of the operator's own country.
            outbox.Add(command.Id, to, Languages.Current == "sk" ? "sk" : "cs", () => DataRequestLetter.Write(command, signedInAs));
            audit.Add("PersonalDataAsked", subjectId: user.AccountId);
            await db.SaveChangesAsync(token);
            return new Nothing();
        }
    }
}
