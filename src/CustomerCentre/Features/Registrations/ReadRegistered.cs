using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>What one click registered, with its entitlement today. Reads the same for ever, so the page that shows it can be kept.</summary>
public static class ReadRegistered
{
    /// <param name="IntentId">Id of the command that registered it.</param>
    [Allow(Policies.SignedIn)]
    public sealed record Query(Guid IntentId) : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="CustomerNumber">Number of the customer, without spaces.</param>
    /// <param name="UndoUntil">Until when the asking person may take it back; nothing when no more.</param>
    /// <param name="PurchasedOn">Nothing when the licence is the customer's no more.</param>
    /// <param name="Entitlement">Nothing when the licence is the customer's no more: it may be another's.</param>
    public sealed record Row(
        Guid RegistrationId, Guid LicenceId, string CustomerNumber, string CustomerName, string Country, string Product, LicenceKind Kind, DateOnly? PurchasedOn,
        DateTimeOffset RegisteredAt, bool IsUndone, DateTimeOffset? UndoUntil, SupportEntitlement? Entitlement);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await (
                from r in db.Registrations.AsNoTracking().AsSplitQuery()
                join c in db.Customers on r.CustomerId equals c.Id
                join m in db.Members on new { r.CustomerId, AccountId = user.Id } equals new { m.CustomerId, m.AccountId }
                join l in db.Licences.Include(l => l.Product).Include(l => l.SupportPeriods).Include(l => l.BaseLicence!.SupportPeriods) on r.LicenceId equals l.Id
                where r.IntentId == query.IntentId
                orderby l.Product.Name, l.Id
                select new { Registration = r, Licence = l, Member = m, c.Details.Name, c.Details.Country, Number = c.Numbers.Single(n => n.IsCurrent).Number })
                .ToListAsync(cancellationToken);
            return found.Count == 0
                ? Result<IReadOnlyList<Row>>.NotFound
                : found.ConvertAll(row => ToRow(row.Registration, row.Licence, row.Member, row.Number.Value, row.Name, row.Country.Value));
        }

        private Row ToRow(ProductRegistration registration, Licence licence, Member member, string number, string name, string country)
        {
            var holds = registration.UndoneAt is null && licence.CustomerId == registration.CustomerId;
            var mayUndo = holds && member.MayWrite() && registration.CanBeUndoneBy(user.Id, time.GetUtcNow());
            return new Row(
                registration.Id, licence.Id, number, name, country, licence.Product.Name, licence.Kind, holds ? licence.PurchasedOn : null,
                registration.RegisteredAt, registration.UndoneAt is not null, mayUndo ? registration.RegisteredAt + ProductRegistration.UndoTime : null,
                holds ? SupportEntitlement.On(licence, time.Today()) : null);
        }
    }
}
