using CustomerCentre.Data;
using CustomerCentre.Data.Retention;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>What closing the own account would mean.</summary>
public static class ReadClosing
{
    [Allow(Policies.InPerson)]
    public sealed record Query : IRequest<Result<Answer>>;

    /// <param name="Days">Days to change one's mind.</param>
    /// <param name="WorksForOperator">A role of the operator's is given back first.</param>
    /// <param name="OnlyManagerOf">Customers that would be left without a manager.</param>
    public sealed record Answer(string Email, int Days, bool WorksForOperator, IReadOnlyList<Left> OnlyManagerOf);

    public sealed record Left(string Number, string Name);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, IOptions<RetentionOptions> kept) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var managed = db.Members.Where(mine => mine.AccountId == user.Id && mine.Role == MemberRole.Manager
                && !db.Members.Any(other => other.CustomerId == mine.CustomerId && other.AccountId != user.Id && other.Role == MemberRole.Manager));
            var left = await db.Customers.Where(c => managed.Any(mine => mine.CustomerId == c.Id))
                .OrderBy(c => c.NameKey).Select(c => new { c.Details.Name, c.Numbers.Single(n => n.IsCurrent).Number }).ToListAsync(cancellationToken);
            return new Answer(
                await db.Users.Where(a => a.Id == user.Id).Select(a => a.Email!).SingleAsync(cancellationToken), kept.Value.ClosedAccountDays,
                await db.StaffMembers.AnyAsync(staff => staff.AccountId == user.Id, cancellationToken), left.ConvertAll(c => new Left(c.Number.Value, c.Name)));
        }
    }
}
