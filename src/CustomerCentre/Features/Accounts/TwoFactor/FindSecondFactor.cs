using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>The ways in which a pending sign-in can give its second proof.</summary>
public static class FindSecondFactor
{
    /// <param name="Ticket">The pending sign-in as the browser keeps it.</param>
    [Allow(Policies.Anyone)]
    public sealed record Query(string? Ticket) : IRequest<Result<Answer>>;

    /// <param name="Ways">The most usual first.</param>
    /// <param name="SentTo">Where a code would be mailed to, as it may be shown before the sign-in is done.</param>
    public sealed record Answer(IReadOnlyList<FactorWay> Ways, string SentTo);

    public sealed class Handler(CustomerCentreDb db, PendingSignInCookie cookie, SecondFactors factors) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (cookie.Open(query.Ticket) is not { } pending || !pending.IsAt(SignInSteps.SecondFactor))
                return Result<Answer>.NotFound;
            var email = await db.Users.Where(a => a.Id == pending.AccountId).Select(a => a.Email!).SingleOrDefaultAsync(cancellationToken);
            var ways = await factors.WaysOf(pending.AccountId, pending.IsByMail, cancellationToken);
            return email is null || ways.Count == 0 ? Result<Answer>.NotFound : new Answer(ways, EmailAddress.Parse(email).Masked);
        }
    }
}
