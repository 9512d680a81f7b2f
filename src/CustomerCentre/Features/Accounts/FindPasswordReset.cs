using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>How a mailed link to a new password stands, and whose it is. Opening it uses nothing up.</summary>
public static class FindPasswordReset
{
    [Allow(Policies.Anyone)]
    public sealed class Query(string? token) : IRequest<Result<Answer>>
    {
        public string? Token => token;
    }

    public sealed record Answer(LinkCondition Condition, string? Email);

    public sealed class Handler(CustomerCentreDb db, LinkDesk links) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ResetPassword, query.Token, cancellationToken);
            var id = link?.SubjectId;
            var email = await db.Users.Where(a => a.Id == id).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
            email ??= (await db.FirstSignIns.Where(f => f.Id == id).Select(f => f.Email).SingleOrDefaultAsync(cancellationToken))?.Value;
            return new Answer(links.ConditionOf(email is null ? null : link), email);
        }
    }
}
