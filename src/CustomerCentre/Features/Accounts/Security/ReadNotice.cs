using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Security;

/// <summary>How a mailed "it was not me" stands. Opening it changes nothing: mail scanners open links too.</summary>
public static class ReadNotice
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Query(string? token) : IRequest<Result<Answer>>
    {
        public string? Token => token;
    }

    /// <param name="Email">The mailbox the notice went to; nothing when the link is of no more use.</param>
    public sealed record Answer(LinkCondition Condition, string? Email);

    public sealed class Handler(CustomerCentreDb db, LinkDesk links) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.DisownChange, query.Token, cancellationToken);
            var id = link?.SubjectId;
            var email = await db.SafetyNotices.Where(n => n.Id == id).Select(n => n.Email).SingleOrDefaultAsync(cancellationToken);
            return new Answer(links.ConditionOf(email is null ? null : link), email?.Value);
        }
    }
}
