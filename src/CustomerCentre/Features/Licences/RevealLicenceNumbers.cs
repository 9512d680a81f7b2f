using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Licences;

/// <summary>Shows the numbers of a licence to a member who asks; a reader only looks and is refused. A command, because each look is written down.</summary>
public static class RevealLicenceNumbers
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="Numbers">The current one first, then those it replaced, the newest first.</param>
    public sealed record Answer(IReadOnlyList<Number> Numbers);

    public sealed record Number(LicenceNumber Value, bool IsCurrent, DateTimeOffset Since);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).Required();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var found = await db.Licences.AsNoTracking()
                .Where(l => l.Id == command.Id && db.Members.Any(m => m.CustomerId == l.CustomerId && m.AccountId == user.Id))
                .Select(l => new
                {
                    l.CustomerId,
                    IsReader = db.Members.Any(m => m.CustomerId == l.CustomerId && m.AccountId == user.Id && m.Role == MemberRole.Reader),
                    Numbers = l.Numbers.Select(n => new Number(n.Number, n.IsCurrent, n.Since)).ToList(),
                })
                .SingleOrDefaultAsync(token);
            if (found is null)
                return Result<Answer>.NotFound;
            if (found.IsReader)
                return Result<Answer>.Refused;

            audit.Add("LicenceNumbersRevealed", found.CustomerId, command.Id);
            await db.SaveChangesAsync(token);
            return (Result<Answer>)new Answer([.. found.Numbers.OrderByDescending(number => number.IsCurrent).ThenByDescending(number => number.Since)]);
        }, cancellationToken);
    }
}
