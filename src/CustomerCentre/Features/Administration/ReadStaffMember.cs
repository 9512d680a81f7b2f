using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>One of the operator's people with all roles.</summary>
public static class ReadStaffMember
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="IsMe">Nobody changes roles of their own.</param>
    public sealed record Answer(Guid Id, string? Name, string Email, bool IsMe, IReadOnlyList<StaffRole> Roles);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var roles = await db.StaffMembers.AsNoTracking().Where(staff => staff.AccountId == query.Id).OrderBy(staff => staff.Role).ToListAsync(cancellationToken);
            if (roles.Count == 0)
                return Result<Answer>.NotFound;
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == query.Id, cancellationToken);
            var now = time.GetUtcNow();
            return new Answer(account.Id, account.Name, account.Email!, account.Id == user.Id, [.. roles.Select(staff => StaffRole.Of(staff, now))]);
        }
    }
}
