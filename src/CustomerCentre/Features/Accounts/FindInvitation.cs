using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Who invites whom by a mailed link, and whether the person who opened it is the one.</summary>
public static class FindInvitation
{
    [Allow(Policies.Anyone)]
    public sealed class Query(string? token) : IRequest<Result<Answer>>
    {
        public string? Token => token;
    }

    /// <param name="Inviter">Name of the customer or the partner.</param>
    /// <param name="IsToPartner">Whether it is an invitation to work for a partner.</param>
    public sealed record Answer(LinkCondition Condition, string? Inviter, string? Email, bool IsSignedIn, bool IsInvited, bool IsToPartner = false);

    private sealed record Found(EmailAddress Email, string Inviter);

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.Find(AcceptInvitation.Purposes, query.Token, cancellationToken);
            var (isToPartner, me) = (link?.Purpose == LinkPurpose.JoinPartner, user.AccountId);
            var invitation = await (isToPartner ? ToPartner(link!.SubjectId) : ToCustomer(link?.SubjectId)).SingleOrDefaultAsync(cancellationToken);
            var mine = await db.Users.Where(a => a.Id == me && a.EmailConfirmed).Select(a => a.NormalizedEmail).SingleOrDefaultAsync(cancellationToken);
            // An invitation that was taken back is gone while its link is not.
            var condition = invitation is null && link is not null ? LinkCondition.Expired : links.ConditionOf(link);
            return new Answer(condition, invitation?.Inviter, invitation?.Email.Value, me is not null, invitation is not null && mine == invitation.Email.Normalized, isToPartner);
        }

        private IQueryable<Found> ToCustomer(Guid? id) => db.Invitations.AsNoTracking().Where(i => i.Id == id)
            .Select(i => new Found(i.Email, db.Customers.Where(c => c.Id == i.CustomerId).Select(c => c.Details.Name).Single()));

        private IQueryable<Found> ToPartner(Guid id) => db.PartnerInvitations.AsNoTracking().Where(i => i.Id == id)
            .Select(i => new Found(i.Email, db.Partners.Where(p => p.Id == i.PartnerId).Select(p => p.Name).Single()));
    }
}
