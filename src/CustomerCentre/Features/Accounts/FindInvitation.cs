using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
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

    public sealed record Answer(LinkCondition Condition, string? Customer, string? Email, bool IsSignedIn, bool IsInvited);

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.AcceptInvitation, query.Token, cancellationToken);
            var (id, me) = (link?.SubjectId, user.AccountId);
            var invitation = await db.Invitations.AsNoTracking().Where(i => i.Id == id)
                .Select(i => new { i.Email, Customer = db.Customers.Where(c => c.Id == i.CustomerId).Select(c => c.Details.Name).Single() })
                .SingleOrDefaultAsync(cancellationToken);
            var mine = await db.Users.Where(a => a.Id == me && a.EmailConfirmed).Select(a => a.NormalizedEmail).SingleOrDefaultAsync(cancellationToken);
            return new Answer(links.ConditionOf(invitation is null ? null : link), invitation?.Customer, invitation?.Email.Value,
                me is not null, invitation is not null && mine == invitation.Email.Normalized);
        }
    }
}
