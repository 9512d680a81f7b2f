using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>A manager lets partners check the customer, or does not.</summary>
public static class SetPartnerChecks
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(string Number, bool Allow) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.MembershipsOf(user.Id, command.Number).AsNoTracking().SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (member.Role != MemberRole.Manager)
                return Result<Nothing>.Refused;
            var customer = await db.Customers.SingleAsync(c => c.Id == member.CustomerId, token);
            if (customer.PartnerChecks == command.Allow)
                return new Nothing();

            customer.PartnerChecks = command.Allow;
            audit.Add(command.Allow ? "PartnerChecksAllowed" : "PartnerChecksForbidden", customer.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
