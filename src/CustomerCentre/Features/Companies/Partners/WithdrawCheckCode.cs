using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>A manager makes a one-time code worthless that nobody has used yet.</summary>
public static class WithdrawCheckCode
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(string Number, string Hash) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Hash).Length(CheckCode.HashLength);
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.MembershipsOf(user.Id, command.Number).AsNoTracking().SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (member.Role != MemberRole.Manager)
                return Result<Nothing>.Refused;
            if (await db.CheckCodes.SingleOrDefaultAsync(c => c.CodeHash == command.Hash && c.CustomerId == member.CustomerId && c.UsedAt == null, token) is not { } code)
                return Result<Nothing>.NotFound;

            db.CheckCodes.Remove(code);
            audit.Add("CheckCodeWithdrawn", member.CustomerId);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
