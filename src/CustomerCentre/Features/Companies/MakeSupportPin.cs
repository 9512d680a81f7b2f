using CustomerCentre.Data;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>
/// Makes six digits by which a member proves to act for the customer when calling support. Every member may, a reader too: the PIN tells staff only that the
/// caller belongs to the customer, and readers call as well. Each member has a PIN of their own, so that one never takes another's away in the middle of a call.
/// </summary>
public static class MakeSupportPin
{
    private static readonly AttemptLimit PerAccount = new("SupportPin", 20, TimeSpan.FromDays(1));

    [Allow(Policies.SignedIn)]
    public sealed record Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public string CustomerNumber { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CallerDigits digits, Attempts attempts, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var made = digits.Protect(CallerDigits.New());
            return db.InTransaction(token => Make(command, made, token), cancellationToken);
        }

        private async Task<Result<Nothing>> Make(Command command, string made, CancellationToken cancellationToken)
        {
            // Counting first also makes two tabs of one person stand in a row, so that of their PINs only the later stays.
            var mayMake = await attempts.Take(PerAccount, $"{user.Id}", cancellationToken);
            if (await db.MembershipsOf(user.Id, command.CustomerNumber).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<Nothing>.NotFound;
            if (await db.CallerCodes.AnyAsync(code => code.Id == command.Id && code.MadeBy == user.Id && code.CustomerId == member.CustomerId, cancellationToken))
                return new Nothing();
            if (!mayMake)
                return Result<Nothing>.Invalid("", CallsTexts.PinTooMany);

            var now = time.GetUtcNow();
            var earlier = await db.CallerCodes.Where(code => code.CustomerId == member.CustomerId && code.MadeBy == user.Id && code.Kind == CallerCodeKind.Pin
                && code.UsedAt == null && code.ExpiresAt > now).ToListAsync(cancellationToken);
            earlier.ForEach(code => code.Replace(now));
            db.CallerCodes.Add(new CallerCode(command.Id, CallerCodeKind.Pin, member.CustomerId, user.Id, made, now, now + CallerCode.Lifetime));
            audit.Add("SupportPinMade", member.CustomerId, command.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }
    }
}
