using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>What partners may know of a customer: the switch of their checks, who may see more, and the codes that wait.</summary>
public static class ReadPartnerAccess
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(string Number) : IRequest<Result<Answer>>;

    /// <param name="Allows">Whether partners may check the customer.</param>
    /// <param name="IsDefault">Nobody has said so; it follows from what the customer is.</param>
    /// <param name="Grants">Those that hold; at most <see cref="PartnerGrant.MostOpen"/>.</param>
    /// <param name="Codes">Those that can be used; at most <see cref="CheckCode.MostOpen"/>.</param>
    public sealed record Answer(
        string CustomerNumber, string CustomerName, bool IsManager, bool Allows, bool IsDefault, bool IsNaturalPerson, IReadOnlyList<Grant> Grants, IReadOnlyList<Code> Codes);

    public sealed record Grant(Guid Id, string Partner, bool ShowsLicenceNumbers, bool ShowsContacts, DateTimeOffset GrantedAt, DateTimeOffset Until);

    /// <param name="Hash">Names the code without telling it.</param>
    /// <param name="MadeBy">Name of the member; nothing when the person is one no longer.</param>
    public sealed record Code(string Hash, string? MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.MembershipsOf(user.Id, query.Number).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<Answer>.NotFound;
            var (id, now) = (member.CustomerId, time.GetUtcNow());
            var customer = await db.Customers.AsNoTracking().Include(c => c.Numbers.Where(number => number.IsCurrent)).SingleAsync(c => c.Id == id, cancellationToken);
            var grants = await db.PartnerGrants.Where(g => g.CustomerId == id && g.RevokedAt == null && g.Until > now).OrderByDescending(g => g.GrantedAt).ThenBy(g => g.Id)
                .Select(g => new Grant(g.Id, db.Partners.Where(p => p.Id == g.PartnerId).Select(p => p.Name).Single(), g.ShowsLicenceNumbers, g.ShowsContacts, g.GrantedAt, g.Until))
                .ToListAsync(cancellationToken);
            var codes = await db.CheckCodes.Where(c => c.CustomerId == id && c.UsedAt == null && c.ExpiresAt > now).OrderByDescending(c => c.CreatedAt).ThenBy(c => c.CodeHash)
                .Select(c => new Code(
                    c.CodeHash,
                    db.Users.Where(a => a.Id == c.MadeBy && db.Members.Any(m => m.CustomerId == id && m.AccountId == a.Id)).Select(a => a.Name ?? a.Email).FirstOrDefault(),
                    c.CreatedAt, c.ExpiresAt))
                .ToListAsync(cancellationToken);
            return new Answer(
                customer.Number.Value, customer.Details.Name, member.Role == MemberRole.Manager, customer.AllowsPartnerChecks, customer.PartnerChecks is null,
                customer.Details.Kind.IsNaturalPerson(), grants, codes);
        }
    }
}
