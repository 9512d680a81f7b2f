using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Issues mailed links and finds them again, within the caller's transaction.</summary>
public sealed class LinkDesk(CustomerCentreDb db, TimeProvider time)
{
    /// <summary>Issues a link; unused earlier ones for the same thing become worthless.</summary>
    /// <returns>The token, which is not stored.</returns>
    public async Task<string> Issue(LinkPurpose purpose, Guid subjectId, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await Replace(purpose, subjectId, cancellationToken);
        var (link, token) = MailedLink.Create(purpose, subjectId, expiresAt);
        db.MailedLinks.Add(link);
        return token;
    }

    /// <summary>Makes every unused link for the same thing worthless.</summary>
    public async Task Replace(LinkPurpose purpose, Guid subjectId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var unused = await db.MailedLinks.Where(link => link.SubjectId == subjectId && link.Purpose == purpose && link.UsedAt == null).ToListAsync(cancellationToken);
        unused.ForEach(link => link.Replace(now));
    }

    /// <summary>The link of a token; null when there is none, because the address was cut or altered.</summary>
    public Task<MailedLink?> Find(LinkPurpose purpose, string? token, CancellationToken cancellationToken) => Find([purpose], token, cancellationToken);

    /// <summary>The link of a token that is good for one of several things.</summary>
    public Task<MailedLink?> Find(IReadOnlyCollection<LinkPurpose> purposes, string? token, CancellationToken cancellationToken)
    {
        var hash = MailedLink.HashOf(token ?? "");
        return db.MailedLinks.SingleOrDefaultAsync(link => link.TokenHash == hash && purposes.Contains(link.Purpose), cancellationToken);
    }

    /// <summary>What can be done with a link now.</summary>
    public LinkCondition ConditionOf(MailedLink? link) => link?.StateAt(time.GetUtcNow()) switch
    {
        LinkState.Valid => LinkCondition.Valid,
        LinkState.Used => LinkCondition.Used,
        LinkState.Expired => LinkCondition.Expired,
        _ => LinkCondition.Unknown,
    };
}

/// <summary>How a link that somebody opened stands.</summary>
public enum LinkCondition
{
    Valid,
    Used,

    /// <summary>Its time ran out, or a newer one replaced it.</summary>
    Expired,

    /// <summary>No link of ours: cut or altered on the way.</summary>
    Unknown,
}
