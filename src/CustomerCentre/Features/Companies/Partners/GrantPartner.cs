using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>A manager lets one partner see more of the customer until a day. It replaces what the partner was granted before.</summary>
public static class GrantPartner
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public string Number { get; set; } = "";

        /// <summary>The partner's exact code.</summary>
        public string? Partner { get; set; }
        public bool ShowsNumbers { get; set; }
        public bool ShowsContacts { get; set; }

        /// <summary>The last day.</summary>
        public DateOnly? Until { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Partner).Cascade(CascadeMode.Stop).Required(() => CompanyTrustTexts.PartnerMissing).MaxLength(FindPartner.MaxLength);
            RuleFor(command => command.ShowsNumbers).Must((command, numbers) => numbers || command.ShowsContacts).WithMessage(_ => CompanyTrustTexts.GrantNothing);
            RuleFor(command => command.Until).Required(() => CompanyTrustTexts.UntilMissing);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.MembershipsOf(user.Id, command.Number).AsNoTracking().SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (member.Role != MemberRole.Manager)
                return Result<Nothing>.Refused;
            if (await db.PartnerGrants.AnyAsync(grant => grant.Id == command.Id && grant.CustomerId == member.CustomerId, token))
                return new Nothing();
            var (today, last, now) = (time.Today(), command.Until!.Value, time.GetUtcNow());
            if (last < today || last > today.AddDays(PartnerGrant.LongestDays))
                return Result<Nothing>.Invalid(nameof(command.Until), CompanyTrustTexts.UntilWrong);
            var named = await db.PartnersNamed(command.Partner, token);
            if (named.Count != 1)
                return Result<Nothing>.Invalid(nameof(command.Partner), NamedPartners.Refusal(named));

            var open = await db.PartnerGrants.Where(grant => grant.CustomerId == member.CustomerId && grant.RevokedAt == null && grant.Until > now).ToListAsync(token);
            foreach (var earlier in open.FindAll(grant => grant.PartnerId == named[0].Id))
            {
                earlier.Revoke(now);
                open.Remove(earlier);
            }

            if (open.Count >= PartnerGrant.MostOpen)
                return Result<Nothing>.Invalid("", CompanyTrustTexts.TooManyGrants);
            db.PartnerGrants.Add(new PartnerGrant
            {
                Id = command.Id,
                CustomerId = member.CustomerId,
                PartnerId = named[0].Id,
                GrantedBy = user.Id,
                ShowsLicenceNumbers = command.ShowsNumbers,
                ShowsContacts = command.ShowsContacts,
                GrantedAt = now,
                Until = BusinessCalendar.StartOf(last.AddDays(1)),
            });
            audit.Add("PartnerGranted", member.CustomerId, command.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
