using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>One partner with its people, for the operator.</summary>
public static class ReadPartner
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(Guid Id, int Page) : IRequest<Result<Answer>>;

    public sealed record Answer(Guid Id, string Code, string Name, string? RegistrationNumber, string? Email, string? Phone, PartnerPeople People);

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken) is not { } partner)
                return Result<Answer>.NotFound;
            return new Answer(
                partner.Id, partner.Code, partner.Name, partner.RegistrationNumber?.Value, partner.Email?.Value, partner.Phone?.ToString(),
                await PartnerPeople.Read(db, partner.Id, query.Page, time.GetUtcNow(), cancellationToken));
        }
    }
}
