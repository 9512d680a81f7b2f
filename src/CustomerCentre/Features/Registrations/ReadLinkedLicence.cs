using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>
/// The licence behind a partner's registration link, ready to be registered: with its number, and with the sale if the vendor's records know it, so that the person
/// types nothing that is known. The link is used up when the licence is registered.
/// </summary>
public static class ReadLinkedLicence
{
    [Allow(Policies.SignedIn)]
    public sealed class Query(string? token) : IRequest<Result<LicenceEntry>>
    {
        public string? Token => token;
    }

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<LicenceEntry>>
    {
        public async Task<Result<LicenceEntry>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (hash, now) = (MailedLink.HashOf(query.Token ?? ""), time.GetUtcNow());
            var found = await db.RegistrationLinks.AsNoTracking().Where(link => link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now)
                .Join(db.Licences, link => new { Id = link.LicenceId, Partner = (Guid?)link.PartnerId }, licence => new { licence.Id, Partner = licence.PartnerId }, (link, licence) => licence)
                .Where(licence => licence.State == LicenceState.Sold)
                .Select(licence => new { licence.Numbers.Single(n => n.IsCurrent).Number, licence.KnownPurchasedOn, licence.KnownTaxDocument })
                .SingleOrDefaultAsync(cancellationToken);
            return found is null
                ? Result<LicenceEntry>.NotFound
                : new LicenceEntry { Number = found.Number.Display, PurchasedOn = found.KnownPurchasedOn, TaxDocument = found.KnownTaxDocument };
        }
    }
}
