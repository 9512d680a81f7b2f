using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>The e-mail of the sign-up this browser is in the middle of.</summary>
public static class FindSignUp
{
    [Allow(Policies.Anyone)]
    public sealed record Query(Guid SignUpId) : IRequest<Result<string>>;

    public sealed class Handler(CustomerCentreDb db) : IRequestHandler<Query, Result<string>>
    {
        public async Task<Result<string>> Handle(Query query, CancellationToken cancellationToken)
        {
            var email = await db.SignUps.Where(s => s.Id == query.SignUpId && s.ConfirmedAt == null).Select(s => s.Email).SingleOrDefaultAsync(cancellationToken);
            return email is null ? Result<string>.NotFound : email.Value;
        }
    }
}
