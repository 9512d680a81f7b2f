using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>Makes a one-time code by which a partner may check the customer once: shown to the manager, or mailed to a partner.</summary>
public static class MakeCheckCode
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public string Number { get; set; } = "";

        /// <summary>Whether it is mailed instead of shown.</summary>
        public bool? IsMailed { get; set; }

        /// <summary>To whom: the partner's exact code or register number.</summary>
        public string? Partner { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.IsMailed).NotNull().WithMessage(_ => CompanyTrustTexts.WayMissing);
            RuleFor(command => command.Partner).MaxLength(FindPartner.MaxLength);
            When(command => command.IsMailed == true, () => RuleFor(command => command.Partner).Required(() => CompanyTrustTexts.PartnerMissing));
        }
    }

    /// <summary>A class, because the code is a secret.</summary>
    public sealed class Answer(string? code, string? partner, DateTimeOffset expiresAt)
    {
        /// <summary>The code in groups of five, when it is to be shown.</summary>
        public string? Code => code;

        /// <summary>The partner it was mailed to.</summary>
        public string? Partner => partner;

        public DateTimeOffset ExpiresAt => expiresAt;
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.MembershipsOf(user.Id, command.Number).AsNoTracking().SingleOrDefaultAsync(token) is not { } member)
                return Result<Answer>.NotFound;
            if (member.Role != MemberRole.Manager)
                return Result<Answer>.Refused;
            var now = time.GetUtcNow();
            if (await db.CheckCodes.CountAsync(c => c.CustomerId == member.CustomerId && c.UsedAt == null && c.ExpiresAt > now, token) >= CheckCode.MostOpen)
                return Result<Answer>.Invalid("", CompanyTrustTexts.TooManyCodes);

            var (code, text) = CheckCode.Make(member.CustomerId, user.Id, now);
            db.CheckCodes.Add(code);
            audit.Add("CheckCodeMade", member.CustomerId);
            var answer = command.IsMailed == true ? await Mail(command, code, text, token) : new Answer(text, null, code.ExpiresAt);
            if (answer.IsDone)
                await db.SaveChangesAsync(token);
            return answer;
        }, cancellationToken);

        private async Task<Result<Answer>> Mail(Command command, CheckCode code, string text, CancellationToken cancellationToken)
        {
            var named = await db.PartnersNamed(command.Partner, cancellationToken);
            if (named.Count != 1)
                return Result<Answer>.Invalid(nameof(command.Partner), NamedPartners.Refusal(named));
            if (named[0].Email is not { } email)
                return Result<Answer>.Invalid(nameof(command.Partner), CompanyTrustTexts.PartnerWithoutEmail);
            var customer = await db.Customers.Where(c => c.Id == code.CustomerId).Select(c => c.Details.Name).SingleAsync(cancellationToken);
            outbox.Add(email, LanguageOf(named[0].Country), () => Write(customer, text, code.ExpiresAt), code.CustomerId);
            return new Answer(null, named[0].Name, code.ExpiresAt);
        }

        private static string LanguageOf(Country country) => country == Country.Czechia ? "cs" : country == Country.Slovakia ? "sk" : "en";

        private static Letter Write(string customer, string code, DateTimeOffset until) => new(
            "CheckCodeSent", CompanyTrustTexts.CodeSubject,
            [string.Format(CultureInfo.CurrentCulture, CompanyTrustTexts.CodeWhat, customer, code), string.Format(CultureInfo.CurrentCulture, CompanyTrustTexts.CodeUse, until.ToText())],
            new LetterButton(CompanyTrustTexts.CodeButton, "/partners/status"));
    }
}
