using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>How a mailed confirmation link stands. Opening it uses nothing up: mail scanners open links.</summary>
public static class FindConfirmation
{
    [Allow(Policies.Anyone)]
    public sealed class Query(string? token, Guid? signUpInBrowser) : IRequest<Result<Answer>>
    {
        public string? Token => token;
        public Guid? SignUpInBrowser => signUpInBrowser;
    }

    public sealed record Answer(LinkCondition Condition, string? Email, bool IsSameBrowser, bool AccountExists);

    public sealed class Handler(CustomerCentreDb db, LinkDesk links) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var link = await links.Find(LinkPurpose.ConfirmEmail, query.Token, cancellationToken);
            var id = link?.SubjectId;
            var signUp = await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
            if (signUp is null)
                return new Answer(LinkCondition.Unknown, null, false, false);
            var exists = await db.Users.AnyAsync(account => account.NormalizedEmail == signUp.Email.Normalized, cancellationToken);
            return new Answer(links.ConditionOf(link), signUp.Email.Value, signUp.Id == query.SignUpInBrowser, exists);
        }
    }
}
