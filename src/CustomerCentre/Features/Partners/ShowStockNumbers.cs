using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>Shows whole numbers of licences of one's partner that nobody has registered yet; of the others nothing. A command, because each look is written down.</summary>
public static class ShowStockNumbers
{
    [Allow(Policies.PartnerMember)]
    public sealed record Command(IReadOnlyList<Guid> Ids) : IRequest<Result<Answer>>;

    public sealed record Answer(IReadOnlyDictionary<Guid, LicenceNumber> Numbers);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Ids).Required().Must(ids => ids.Count <= ListStock.PageSize);
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var ids = command.Ids;
            var numbers = await db.StockOf(user.Id).Where(l => ids.Contains(l.Id) && l.State == LicenceState.Sold)
                .Select(l => new { l.Id, l.PartnerId, l.Numbers.Single(n => n.IsCurrent).Number }).ToListAsync(token);
            if (numbers is [var any, ..])
                audit.Add("StockNumbersShown", subjectId: any.PartnerId, note: numbers.Count.ToString(CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(token);
            return (Result<Answer>)new Answer(numbers.ToDictionary(row => row.Id, row => row.Number));
        }, cancellationToken);
    }
}
