using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Support.Customers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Licences;

/// <summary>Shows the whole numbers of a licence to staff who ask: of stock, or of a customer that is open. A command, because each look is written down.</summary>
public static class ShowLicenceNumbers
{
    [Allow(Policies.SupportStaff)]
    public sealed record Command(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="Numbers">The oldest first, as the page of the licence has them.</param>
    public sealed record Answer(IReadOnlyList<LicenceNumber> Numbers);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var open = db.OpenLookUps(user.Id, time.GetUtcNow());
            var found = await db.Licences.AsNoTracking().Where(l => l.Id == command.Id && (l.CustomerId == null || open.Any(lookUp => lookUp.CustomerId == l.CustomerId)))
                .Select(l => new { l.CustomerId, Numbers = l.Numbers.OrderBy(n => n.IsCurrent).ThenBy(n => n.Since).Select(n => n.Number).ToList() }).SingleOrDefaultAsync(token);
            if (found is null)
                return Result<Answer>.NotFound;
            audit.Add("PersonalDataShown", found.CustomerId, command.Id, nameof(PersonalDataKind.LicenceNumbers));
            await db.SaveChangesAsync(token);
            return (Result<Answer>)new Answer(found.Numbers);
        }, cancellationToken);
    }
}
