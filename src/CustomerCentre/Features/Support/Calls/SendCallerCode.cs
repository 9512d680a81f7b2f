using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Support;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>Mails six digits to a contact on file, for a caller who cannot sign in: who reads them back reads that contact's mail.</summary>
public static class SendCallerCode
{
    internal static readonly AttemptLimit PerCustomer = new("SendCallerCode", 3, TimeSpan.FromDays(1));

    [Allow(Policies.SupportStaff)]
    public sealed record Command : IRequest<Result<Answer>>
    {
        /// <summary>Becomes the code's.</summary>
        public Guid Id { get; set; }
        public string CustomerNumber { get; set; } = "";
        public Guid? ContactId { get; set; }
    }

    /// <param name="SentTo">The address as staff may see it.</param>
    public sealed record Answer(string SentTo);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.ContactId).NotEmpty().WithMessage(_ => CallsTexts.ContactMissing);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CallerDigits digits, Attempts attempts, Outbox outbox, LookUpBook book, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            var drawn = CallerDigits.New();
            var made = digits.Protect(drawn);
            return db.InTransaction(token => Send(command, drawn, made, token), cancellationToken);
        }

        private async Task<Result<Answer>> Send(Command command, string drawn, string made, CancellationToken cancellationToken)
        {
            var found = await db.CustomersNumbered(command.CustomerNumber)
                .SelectMany(c => c.Contacts.Where(contact => contact.Id == command.ContactId && contact.NormalizedEmail != null),
                    (c, contact) => new { c.Id, c.Details.Country, Email = contact.Email! })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Result<Answer>.NotFound;
            if (await book.RefusesOwn(found.Id, cancellationToken))
                return Result<Answer>.Invalid("", SupportTexts.OwnRefused);

            var maySend = await attempts.Take(PerCustomer, $"{found.Id}", cancellationToken);
            if (await db.CallerCodes.AnyAsync(code => code.Id == command.Id && code.CustomerId == found.Id, cancellationToken))
            {
                await attempts.GiveBack(PerCustomer, $"{found.Id}", cancellationToken);
                return new Answer(found.Email.Masked);
            }

            if (!maySend)
                return Result<Answer>.Invalid("", CallsTexts.CodesTooMany);

            var now = time.GetUtcNow();
            var earlier = await db.CallerCodes.Where(code => code.CustomerId == found.Id && code.Kind == CallerCodeKind.SentToContact && code.UsedAt == null && code.ExpiresAt > now)
                .ToListAsync(cancellationToken);
            earlier.ForEach(code => code.Replace(now));
            db.CallerCodes.Add(new CallerCode(command.Id, CallerCodeKind.SentToContact, found.Id, user.Id, made, now, now + CallerCode.Lifetime));
            outbox.Add(found.Email, LanguageOf(found.Country), () => Write(drawn), found.Id);
            audit.Add("CallerCodeSent", found.Id, command.ContactId);
            await db.SaveChangesAsync(cancellationToken);
            return new Answer(found.Email.Masked);
        }

        // A contact has no language of its own on file.
        private static string LanguageOf(Country country) => country == Country.Czechia ? "cs" : country == Country.Slovakia ? "sk" : "en";

        private static Letter Write(string drawn) => new(
            "CallerCode", CallsTexts.CodeSubject, [CallsTexts.CodeWhat, CallerDigits.Show(drawn), CallsTexts.CodeLives, CallsTexts.CodeStranger]);
    }
}
