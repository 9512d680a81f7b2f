using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Sessions;

/// <summary>Where the person is signed in, the last used first.</summary>
public static class ListSessions
{
    private const int PageSize = 20;

    /// <param name="Page">From one.</param>
    /// <param name="Only">One session alone.</param>
    [Allow(Policies.InPerson)]
    public sealed record Query(int Page = 1, Guid? Only = null) : IRequest<Result<Answer>>;

    /// <param name="Others">How many there are beside this one.</param>
    public sealed record Answer(IReadOnlyList<SessionRow> Rows, int Page, int Pages, int Others);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var since = time.GetUtcNow() - Session.LongestIdle;
            var living = db.Sessions.Where(s => s.AccountId == user.Id && s.EndedAt == null && (s.SeenAt ?? s.OpenedAt) > since);
            var others = await living.CountAsync(s => s.Id != user.SessionId, cancellationToken);
            var shown = living.Where(s => query.Only == null || s.Id == query.Only);
            var pages = Math.Max(1, (await shown.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
            var page = Math.Clamp(query.Page, 1, pages);
            var rows = await shown.OrderByDescending(s => s.SeenAt ?? s.OpenedAt).ThenBy(s => s.Id).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(s => new { s.Id, s.Device, s.Address, s.OpenedAt, Seen = s.SeenAt ?? s.OpenedAt }).ToListAsync(cancellationToken);
            return new Answer([.. rows.Select(s => new SessionRow(s.Id, DeviceWords.Of(s.Device), s.Address, s.OpenedAt, s.Seen, s.Id == user.SessionId))], page, pages, others);
        }
    }
}

/// <summary>A session as its person sees it.</summary>
/// <param name="Device">Browser and system in words.</param>
/// <param name="SeenAt">When it was last used, within some minutes.</param>
/// <param name="IsThis">Whether it is the one that is asking.</param>
public sealed record SessionRow(Guid Id, string Device, string Address, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, bool IsThis);
