using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>How the person's second factor stands.</summary>
public static class ReadTwoFactor
{
    [Allow(Policies.InPerson)]
    public sealed record Query : IRequest<Result<Answer>>;

    /// <param name="Email">Where codes would be mailed to.</param>
    /// <param name="AppSince">When an authenticator app was set up, if one is.</param>
    /// <param name="MailSince">When codes by e-mail were turned on, if they are.</param>
    /// <param name="CodesLeft">Recovery codes not used yet.</param>
    /// <param name="HasPassword">Without a password there is nothing to put a second factor beside.</param>
    public sealed record Answer(string Email, DateTimeOffset? AppSince, DateTimeOffset? MailSince, int CodesLeft, bool HasPassword)
    {
        public bool IsOn => AppSince is not null || MailSince is not null;

        public bool Has(FactorWay way) => (way == FactorWay.App ? AppSince : MailSince) is not null;
    }

    public sealed class Handler(CustomerCentreDb db, SecondFactors factors, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
            var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == user.Id, cancellationToken);
            var left = factor is null ? 0 : await factors.CodesLeft(user.Id, cancellationToken);
            return new Answer(account.Email!, factor?.AppSince, factor?.MailSince, left, account.PasswordHash is not null);
        }
    }
}
