using CustomerCentre.Data;
using CustomerCentre.Domain.Support;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>The support PIN a member has made, shown again while it is valid.</summary>
public static class ReadSupportPin
{
    [Allow(Policies.InPerson)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<Answer>>;

    /// <param name="Pin">The valid one; nothing when there is none.</param>
    /// <param name="UsedAt">When the last one was used, as long as it would still be valid.</param>
    public sealed record Answer(string CustomerNumber, string CustomerName, string Country, Pin? Pin, DateTimeOffset? UsedAt);

    /// <summary>A class, because the digits are a secret.</summary>
    public sealed class Pin(string digits, DateTimeOffset until)
    {
        public string Digits => digits;
        public string Shown => CallerDigits.Show(digits);
        public DateTimeOffset Until => until;
    }

    public sealed class Handler(CustomerCentreDb db, CallerDigits digits, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var customer = await db.MembershipsOf(user.Id, query.CustomerNumber).Join(db.Customers, member => member.CustomerId, c => c.Id, (_, c) => c)
                .Select(c => new { c.Id, c.Details.Name, c.Details.Country, c.Numbers.Single(number => number.IsCurrent).Number })
                .SingleOrDefaultAsync(cancellationToken);
            if (customer is null)
                return Result<Answer>.NotFound;

            var now = time.GetUtcNow();
            var last = await db.CallerCodes.AsNoTracking()
                .Where(code => code.CustomerId == customer.Id && code.MadeBy == user.Id && code.Kind == CallerCodeKind.Pin && code.ExpiresAt > now)
                .OrderByDescending(code => code.UsedAt == null).ThenByDescending(code => code.UsedAt).FirstOrDefaultAsync(cancellationToken);
            var pin = last?.IsValidAt(now) == true && digits.Reveal(last.ProtectedDigits) is { } shown ? new Pin(shown, last.ExpiresAt) : null;
            return new Answer(customer.Number.Value, customer.Name, customer.Country.Value, pin, last?.UsedAt);
        }
    }
}
