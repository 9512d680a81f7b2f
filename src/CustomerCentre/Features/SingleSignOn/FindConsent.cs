using CustomerCentre.Requests;
using CustomerCentre.Shell;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>What a service asks for, read from its request to sign in. There is none when the address is not such a request.</summary>
public static class FindConsent
{
    [Allow(Policies.InPerson)]
    public sealed record Query(string? ReturnUrl) : IRequest<Result<Answer>>;

    public sealed record Answer(string ClientId, string ServiceName, IReadOnlyList<string> Scopes);

    public sealed class Handler(IOptions<OperatorOptions> operators) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken) => Task.FromResult(Read(query.ReturnUrl));

        private Result<Answer> Read(string? address)
        {
            if (address?.Split('?', 2) is not [SingleSignOnSetup.AuthorizationEndpoint, var parameters])
                return Result<Answer>.NotFound;
            var request = QueryHelpers.ParseQuery(parameters);
            var id = request.GetValueOrDefault("client_id").ToString();
            return operators.Value.Services.GetValueOrDefault(id) is { IsJoined: true } service
                ? new Answer(id, service.Name, [.. request.GetValueOrDefault("scope").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()])
                : Result<Answer>.NotFound;
        }
    }
}
