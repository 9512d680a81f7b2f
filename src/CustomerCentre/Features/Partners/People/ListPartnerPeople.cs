using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>A manager's own people: those of the partner the manager works for.</summary>
public static class ListPartnerPeople
{
    [Allow(Policies.PartnerManager)]
    public sealed record Query(int Page) : IRequest<Result<Answer>>;

    public sealed record Answer(string Partner, PartnerPeople People);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var partner = await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => db.PartnerMembers.Any(m => m.AccountId == user.Id && m.PartnerId == p.Id), cancellationToken);
            return partner is null
                ? Result<Answer>.NotFound
                : new Answer(partner.Name, await PartnerPeople.Read(db, partner.Id, query.Page, time.GetUtcNow(), cancellationToken));
        }
    }
}
