using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>What a partner's registration link is for and whether it can be used. Looking uses nothing up, because scanners of mail open links too.</summary>
public static class FindRegistrationLink
{
    [Allow(Policies.Anyone)]
    public sealed class Query(string? token) : IRequest<Result<Answer>>
    {
        public string? Token => token;
    }

    /// <param name="HasCompanies">Whether the person acts for a customer and may register for it.</param>
    public sealed record Answer(LinkCondition Condition, string? Product, LicenceKind Kind, string? Partner, DateTimeOffset Until, bool IsSignedIn, bool HasCompanies)
    {
        public static readonly Answer Unknown = new(LinkCondition.Unknown, null, default, null, default, false, false);
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (hash, me) = (MailedLink.HashOf(query.Token ?? ""), user.AccountId);
            var found = await (
                from link in db.RegistrationLinks.AsNoTracking()
                join licence in db.Licences on link.LicenceId equals licence.Id
                join partner in db.Partners on link.PartnerId equals partner.Id
                where link.TokenHash == hash
                select new
                {
                    Link = link,
                    licence.State,
                    licence.PartnerId,
                    licence.Kind,
                    Product = licence.Product.Name,
                    Partner = partner.Name,
                    HasCompanies = db.Members.Any(m => m.AccountId == me && m.Role != MemberRole.Reader),
                }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Answer.Unknown;

            var condition = found.State == LicenceState.Registered || found.Link.UsedAt is not null ? LinkCondition.Used
                : found.State == LicenceState.Sold && found.PartnerId == found.Link.PartnerId && found.Link.IsValidAt(time.GetUtcNow()) ? LinkCondition.Valid
                : LinkCondition.Expired;
            return new Answer(condition, found.Product, found.Kind, found.Partner, found.Link.ExpiresAt, me is not null, found.HasCompanies);
        }
    }
}
