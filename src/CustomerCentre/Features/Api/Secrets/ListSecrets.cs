using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>The secrets of the person's own partner.</summary>
public static class ListSecrets
{
    /// <param name="Only">One secret alone.</param>
    [Allow(Policies.PartnerManager)]
    public sealed record Query(int Page = 1, Guid? Only = null) : IRequest<Result<Answer>>;

    public sealed record Answer(string ClientId, bool MayCreate, SecretPage Secrets);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var partner = await db.Partners.AsNoTracking()
                .SingleAsync(p => db.PartnerMembers.Any(member => member.AccountId == user.Id && member.PartnerId == p.Id), cancellationToken);
            var secrets = db.ApiSecrets.Where(secret => secret.PartnerId == partner.Id);
            var valid = await secrets.CountAsync(secret => secret.RevokedAt == null && secret.ExpiresAt > now, cancellationToken);
            var page = await secrets.Where(secret => query.Only == null || secret.Id == query.Only).Page(db, query.Page, now, cancellationToken);
            return new Answer(ApiClient.IdOf(partner), valid < ApiSecret.MostValid, page);
        }
    }
}
