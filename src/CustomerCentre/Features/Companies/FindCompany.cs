using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Registers;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Companies;

/// <summary>Asks the business register about a company, so that nobody has to type what it knows.</summary>
public static class FindCompany
{
    internal static readonly AttemptLimit PerAccount = new("FindCompany", 60, TimeSpan.FromHours(1));

    [Allow(Policies.SignedIn)]
    public sealed record Query(string? CountryCode, string? RegistrationNumber) : IRequest<Result<CompanyAnswer>>;

    public sealed class Handler(CompanyRegister register, Attempts attempts, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<CompanyAnswer>>
    {
        public async Task<Result<CompanyAnswer>> Handle(Query query, CancellationToken cancellationToken)
        {
            // A number that cannot be one, and who asks too often, hear what an outage says: go on by hand.
            if (Country.TryParse(query.CountryCode) is not { } country || RegistrationNumber.TryParse(country, query.RegistrationNumber) is not { } number
                || !await attempts.Take(PerAccount, $"{user.Id}", cancellationToken))
                return new CompanyAnswer(RegisterState.Unknown, null, "", time.GetUtcNow());
            return await register.FindAsync(country.Value, number.Value, cancellationToken);
        }
    }
}
