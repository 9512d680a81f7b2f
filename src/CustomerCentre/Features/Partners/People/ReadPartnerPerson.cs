using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>One of a partner's people, for who may change that. People of other partners are not found.</summary>
public static class ReadPartnerPerson
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(Guid AccountId) : IRequest<Result<Answer>>;

    /// <param name="IsLastManager">The partner's only manager may not leave the partner without one.</param>
    public sealed record Answer(Guid PartnerId, string Partner, PartnerPerson Person, bool IsMe, bool IsLastManager);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.PartnerMemberFor(user, query.AccountId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<Answer>.NotFound;
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, cancellationToken);
            var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == member.PartnerId, cancellationToken);
            var others = await db.PartnerMembers.AnyAsync(m => m.PartnerId == partner.Id && m.AccountId != account.Id && m.Role == PartnerRole.Manager, cancellationToken);
            return new Answer(
                partner.Id, partner.Name, PartnerPerson.Of(member, account.Name, account.Email!, time.GetUtcNow()), account.Id == user.Id,
                member.Role == PartnerRole.Manager && !others);
        }
    }
}
