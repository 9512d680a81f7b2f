using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>What support must know to help a person of an opened customer to sign in.</summary>
public static class InspectAccount
{
    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber, Guid AccountId) : IRequest<Result<Answer>>;

    /// <param name="ConfirmedAt">Since when the e-mail is confirmed; nothing when it is not.</param>
    /// <param name="LockedUntil">Until when the person is locked out of one place at least; nothing when of none.</param>
    /// <param name="IsPressed">Wrong passwords come from so many places that each has fewer tries.</param>
    /// <param name="DisabledAt">Since when an operator administrator has disabled the account; nothing while it may be used.</param>
    /// <param name="HasPendingSignUp">The person has signed up with this e-mail again and waits for a mail.</param>
    public sealed record Answer(
        string CustomerNumber, string CustomerName, string Email, string? Name, MemberRole Role, DateTimeOffset MemberSince, DateTimeOffset? ConfirmedAt, bool HasPassword,
        DateTimeOffset? LastSignInAt, int OpenSessions, DateTimeOffset? LockedUntil, bool IsPressed, bool HasPendingSignUp, DateTimeOffset? DisabledAt);

    public sealed class Handler(CustomerCentreDb db, Tries tries, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            if (!await db.OpenLookUps(user.Id, query.CustomerNumber, now).AnyAsync(cancellationToken))
                return Result<Answer>.Refused;
            var found = await (
                from member in db.MembersInReach(user.Id, query.CustomerNumber, now)
                where member.AccountId == query.AccountId
                join a in db.Users on member.AccountId equals a.Id
                join c in db.Customers on member.CustomerId equals c.Id
                select new
                {
                    Account = a,
                    member.Role,
                    member.Since,
                    c.Details.Name,
                    Number = c.Numbers.Single(number => number.IsCurrent).Number,
                    LastSignInAt = db.Sessions.Where(session => session.AccountId == a.Id).Max(session => (DateTimeOffset?)session.OpenedAt),
                    OpenSessions = db.Sessions.Count(session => session.AccountId == a.Id && session.EndedAt == null),
                }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Result<Answer>.NotFound;

            var (account, email) = (found.Account, EmailAddress.Parse(found.Account.Email!));
            var isPending = await db.PendingSignUps(email, now).AnyAsync(cancellationToken);
            var lockedUntil = await tries.LockedUntil(TryLimits.Password, email, cancellationToken);
            return new Answer(
                found.Number.Value, found.Name, email.Value, account.Name, found.Role, found.Since, account.EmailConfirmed ? account.CreatedAt : null, account.PasswordHash is not null,
                found.LastSignInAt, found.OpenSessions, lockedUntil, await tries.IsPressed(TryLimits.Password, email, cancellationToken), isPending, account.DisabledAt);
        }
    }
}
