using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>How a mailed link to a new e-mail stands, for its own person; anybody else's reads as altered.</summary>
public static class FindNewEmail
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.InPerson)]
    public sealed class Query(string? token) : IRequest<Result<Answer>>
    {
        public string? Token => token;
    }

    public sealed record Answer(LinkCondition Condition, string? Email);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, LinkDesk links) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ChangeEmail, query.Token, cancellationToken);
            var email = await db.EmailChanges.Where(c => c.AccountId == user.Id).Select(c => c.Email).SingleOrDefaultAsync(cancellationToken);
            return new Answer(links.ConditionOf(link?.SubjectId == user.Id ? link : null), email?.Value);
        }
    }
}
