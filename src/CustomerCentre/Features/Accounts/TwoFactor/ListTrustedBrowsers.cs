using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>The browsers in which the person is not asked for the second factor, the newest first.</summary>
public static class ListTrustedBrowsers
{
    [Allow(Policies.InPerson)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Answer>>>;

    /// <param name="Id">For revoking it.</param>
    /// <param name="Device">The browser's own description (User-Agent).</param>
    /// <param name="Address">Network address it was trusted from.</param>
    /// <param name="CreatedAt">When it was trusted.</param>
    /// <param name="ExpiresAt">Until when.</param>
    /// <param name="IsThis">Whether the person is asking in it.</param>
    public sealed record Answer(Guid Id, string Device, string Address, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool IsThis);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<IReadOnlyList<Answer>>>
    {
        public async Task<Result<IReadOnlyList<Answer>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (now, here) = (time.GetUtcNow(), TrustedBrowser.HashOf(user.TrustToken ?? ""));
            return await db.TrustedBrowsers.Where(b => b.AccountId == user.Id && b.ExpiresAt > now).OrderByDescending(b => b.CreatedAt)
                .Select(b => new Answer(b.Id, b.Device, b.Address, b.CreatedAt, b.ExpiresAt, b.TokenHash == here)).ToListAsync(cancellationToken);
        }
    }
}
