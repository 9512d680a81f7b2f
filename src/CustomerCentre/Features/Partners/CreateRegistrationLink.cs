using System.Globalization;
using System.Security.Cryptography;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>Makes a link by which a customer registers a licence of one's stock without typing its number; an earlier link for it becomes worthless.</summary>
public static class CreateRegistrationLink
{
    internal static readonly AttemptLimit PerPartner = new("RegistrationLink", 200, TimeSpan.FromDays(1));

    // Nobody is flooded with mail, whoever of the partners sends it.
    internal static readonly AttemptLimit PerReceiver = new("RegistrationLinkTo", 5, TimeSpan.FromDays(1));

    [Allow(Policies.PartnerMember)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }
        public Guid LicenceId { get; set; }

        /// <summary>Where it is mailed; not asked for with <see cref="IsShown"/>.</summary>
        public string? Email { get; set; }

        /// <summary>Shown to the partner once, to be handed over, instead of mailed.</summary>
        public bool IsShown { get; set; }
    }

    /// <summary>A class, because the address holds the token and records print themselves.</summary>
    /// <param name="address">The link when it is to be shown; nothing when it was mailed, or shown before.</param>
    /// <param name="until">Until when it can be used.</param>
    public sealed class Answer(string? address, DateTimeOffset until)
    {
        public string? Address => address;

        public DateTimeOffset Until => until;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.LicenceId).NotEmpty();
            RuleFor(command => command.Email).Cascade(CascadeMode.Stop).Required(() => PartnersTexts.EmailRequired).Email().When(command => !command.IsShown);
        }
    }

    public sealed class Handler(CustomerCentreDb db, Attempts attempts, Outbox outbox, PublicAddress address, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var licence = await db.StockOf(user.Id).AsNoTracking().Include(l => l.Product).Include(l => l.Numbers).SingleOrDefaultAsync(l => l.Id == command.LicenceId, token);
            if (licence is null)
                return Result<Answer>.NotFound;
            if (await db.RegistrationLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Id == command.Id, token) is { } made)
                return made.LicenceId == licence.Id ? new Answer(null, made.ExpiresAt) : Result<Answer>.NotFound;
            var email = command.IsShown ? null : EmailAddress.Parse(command.Email!);
            if ((RefusalFor(licence) ?? await LimitFor(licence.PartnerId, email, token)) is { } refusal)
                return Result<Answer>.Invalid("", refusal);

            var (now, secret) = (time.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
            var earlier = await db.RegistrationLinks.Where(link => link.LicenceId == licence.Id && link.UsedAt == null && link.ExpiresAt > now).ToListAsync(token);
            earlier.ForEach(link => link.ExpiresAt = now);
            var link = new RegistrationLink
            {
                Id = command.Id,
                TokenHash = MailedLink.HashOf(secret),
                LicenceId = licence.Id,
                PartnerId = licence.PartnerId!.Value,
                SentTo = email,
                CreatedAt = now,
                ExpiresAt = now + RegistrationLink.Lifetime,
            };
            db.RegistrationLinks.Add(link);
            var partner = await db.Partners.Where(p => p.Id == licence.PartnerId).Select(p => p.Name).SingleAsync(token);
            if (email is not null)
                outbox.Add(email, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, () => PartnersLetters.RegistrationLink(partner, licence.Product.Name, link.ExpiresAt, secret));
            audit.Add("RegistrationLinkMade", subjectId: licence.Id);
            await db.SaveChangesAsync(token);
            return new Answer(email is null ? address.For(PartnersLetters.PathOf(secret)) : null, link.ExpiresAt);
        }, cancellationToken);

        // A foreign number proves nothing alone (domain §5), so a link needs the sale that the records know.
        private static string? RefusalFor(Licence licence) =>
            licence.State != LicenceState.Sold ? PartnersTexts.LinkTooLate
            : licence.IsProvenBy(licence.Numbers.Single(n => n.IsCurrent).Number, licence.KnownPurchasedOn, licence.KnownTaxDocument) ? null : PartnersTexts.LinkNeedsSale;

        private async Task<string?> LimitFor(Guid? partnerId, EmailAddress? email, CancellationToken cancellationToken) =>
            !await attempts.Take(PerPartner, $"{partnerId}", cancellationToken) ? PartnersTexts.TooManyLinks
            : email is not null && !await attempts.Take(PerReceiver, email.Normalized, cancellationToken) ? PartnersTexts.TooManyLinksTo : null;
    }
}
