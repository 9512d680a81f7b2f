using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Registers;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Companies;

/// <summary>Asks the register about details that are about to be saved. Other use cases send it before their transaction.</summary>
public static class CheckDetails
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(CustomerDetails Details) : IRequest<Result<RegisterCheck>>;

    public sealed class Handler(DetailsCheck register, Attempts attempts, CurrentUser user) : IRequestHandler<Query, Result<RegisterCheck>>
    {
        public async Task<Result<RegisterCheck>> Handle(Query query, CancellationToken cancellationToken) =>
            // Saving must not be a way around the limit of looking up; over it the details are not verified.
            query.Details.RegistrationNumber is not null && await attempts.Take(FindCompany.PerAccount, $"{user.Id}", cancellationToken)
                ? await register.Of(query.Details, cancellationToken)
                : RegisterCheck.None;
    }
}
