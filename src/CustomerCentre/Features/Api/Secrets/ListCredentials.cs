using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>The secrets of all partners.</summary>
public static class ListCredentials
{
    /// <param name="Only">One secret alone.</param>
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(int Page = 1, Guid? Only = null) : IRequest<Result<SecretPage>>;

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<SecretPage>>
    {
        public async Task<Result<SecretPage>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.ApiSecrets.Where(secret => query.Only == null || secret.Id == query.Only).Page(db, query.Page, time.GetUtcNow(), cancellationToken);
    }
}
