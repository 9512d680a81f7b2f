using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>The stock of one's partner, a part at a time, so that no stock is too large. A command, because it holds whole numbers and is written down.</summary>
public static class ExportStock
{
    public const int PartSize = 500;

    /// <param name="Show">Which licences.</param>
    /// <param name="Search">As in <see cref="ListStock"/>.</param>
    /// <param name="After">Id of the last licence of the part before; nothing for the first.</param>
    [Allow(Policies.PartnerMember)]
    public sealed record Command(StockShow Show, string? Search, Guid? After) : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="Number">Whole while nobody has registered the licence.</param>
    public sealed record Row(Guid Id, string Product, LicenceKind Kind, int Quantity, DateOnly? DeliveredOn, LicenceNumber Number, LicenceState State, DateOnly? RegisteredOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Show).IsInEnum();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.After is null)
                await WriteDown(cancellationToken);
            var stock = (await db.StockOf(user.Id).Matching(db, command.Search, cancellationToken)).Only(command.Show);
            if (command.After is { } after)
                stock = stock.Where(l => l.Id > after);
            var rows = await stock.AsNoTracking().OrderBy(l => l.Id).Take(PartSize)
                .Select(l => new { l.Id, l.Product.Name, l.Kind, l.Quantity, l.DeliveredOn, l.Numbers.Single(n => n.IsCurrent).Number, l.State, l.RegisteredAt })
                .ToListAsync(cancellationToken);
            return rows.ConvertAll(l => new Row(
                l.Id, l.Name, l.Kind, l.Quantity, l.DeliveredOn, l.Number, l.State,
                l.State == LicenceState.Registered && l.RegisteredAt is { } at ? BusinessCalendar.DayOf(at) : null));
        }

        private Task<int> WriteDown(CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            audit.Add("StockExported", subjectId: await db.PartnerMembers.Where(m => m.AccountId == user.Id).Select(m => (Guid?)m.PartnerId).SingleOrDefaultAsync(token));
            return await db.SaveChangesAsync(token);
        }, cancellationToken);
    }
}
