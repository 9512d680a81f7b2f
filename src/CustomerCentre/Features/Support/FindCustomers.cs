using CustomerCentre.Data.Lookup;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Support;

/// <summary>Finds customers by whatever staff were told. Searching is free; opening a customer is what is recorded.</summary>
public static class FindCustomers
{
    /// <summary>No record: what was typed may be a licence number, and records print themselves.</summary>
    [Allow(Policies.SupportStaff)]
    public sealed class Query(string? text) : IRequest<Result<LookupAnswer>>
    {
        public string? Text => text;
    }

    public sealed class Handler(CustomerLookup lookup) : IRequestHandler<Query, Result<LookupAnswer>>
    {
        public async Task<Result<LookupAnswer>> Handle(Query query, CancellationToken cancellationToken) => await lookup.Find(query.Text, cancellationToken);
    }
}
