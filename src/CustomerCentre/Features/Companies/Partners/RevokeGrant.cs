using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>A manager takes back what a partner was allowed to see.</summary>
public static class RevokeGrant
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(string Number, Guid Id) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.MembershipsOf(user.Id, command.Number).AsNoTracking().SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (member.Role != MemberRole.Manager)
                return Result<Nothing>.Refused;
            if (await db.PartnerGrants.SingleOrDefaultAsync(g => g.Id == command.Id && g.CustomerId == member.CustomerId, token) is not { } grant)
                return Result<Nothing>.NotFound;
            if (grant.RevokedAt is not null)
                return new Nothing();

            grant.Revoke(time.GetUtcNow());
            audit.Add("PartnerGrantRevoked", member.CustomerId, grant.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
