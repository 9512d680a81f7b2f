using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Cookies;

/// <summary>What the newest proof under a reference allows; nothing when there is none.</summary>
public static class ReadConsent
{
    [Allow(Policies.Anyone)]
    public sealed record Query(Guid Reference) : IRequest<Result<CookieGroups>>;

    public sealed class Handler(CustomerCentreDb db) : IRequestHandler<Query, Result<CookieGroups>>
    {
        public async Task<Result<CookieGroups>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Consents.NewestOf(query.Reference).Select(consent => consent.Groups).FirstOrDefaultAsync(cancellationToken);
    }
}
