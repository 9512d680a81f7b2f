using CustomerCentre.Data;
using CustomerCentre.Domain.Support;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>Makes a member's own support PIN worthless before its time.</summary>
public static class WithdrawSupportPin
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(string CustomerNumber) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.CustomerNumber).Required();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.MembershipsOf(user.Id, command.CustomerNumber).AsNoTracking().SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;

            var now = time.GetUtcNow();
            var valid = await db.CallerCodes.Where(code => code.CustomerId == member.CustomerId && code.MadeBy == user.Id && code.Kind == CallerCodeKind.Pin
                && code.UsedAt == null && code.ExpiresAt > now).ToListAsync(token);
            foreach (var code in valid)
            {
                code.Replace(now);
                audit.Add("SupportPinWithdrawn", member.CustomerId, code.Id);
            }

            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
