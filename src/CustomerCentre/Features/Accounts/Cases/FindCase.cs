using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>The case that a mailed link leads to. Opening it changes nothing: mail scanners open links too.</summary>
public static class FindCase
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Query(LinkPurpose purpose, string? token) : IRequest<Result<Answer>>
    {
        public LinkPurpose Purpose => purpose;
        public string? Token => token;
    }

    /// <param name="State">How the case stands.</param>
    /// <param name="FreeAt">From when it can be finished.</param>
    /// <param name="IsFree">Whether it can be now.</param>
    public sealed record Answer(AccountCaseKind Kind, AccountCaseState State, DateTimeOffset? FreeAt, bool IsFree);

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = query.Purpose is LinkPurpose.StopCase or LinkPurpose.FinishCase ? await links.Find(query.Purpose, query.Token, cancellationToken) : null;
            var (id, now) = (found?.SubjectId, time.GetUtcNow());
            return await db.AccountCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } opened
                ? new Answer(opened.Kind, opened.StateAt(now), opened.FreeAt, opened.FreeAt <= now) : Result<Answer>.NotFound;
        }
    }
}
