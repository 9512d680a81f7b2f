using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>By what a caller can prove to act for a customer that is not open yet: nothing here tells more than the search did.</summary>
public static class OfferCallerProof
{
    /// <summary>Contacts offered at most.</summary>
    public const int Most = 8;

    [Allow(Policies.SupportStaff)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<Answer>>;

    public sealed record Answer(string CustomerNumber, string CustomerName, IReadOnlyList<Row> Contacts);

    /// <param name="Email">Masked.</param>
    public sealed record Row(Guid Id, string Email);

    public sealed class Handler(CustomerCentreDb db) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var customer = await db.CustomersNumbered(query.CustomerNumber)
                .Select(c => new
                {
                    c.Details.Name,
                    c.Numbers.Single(number => number.IsCurrent).Number,
                    Contacts = c.Contacts.Where(contact => contact.NormalizedEmail != null).OrderBy(contact => contact.Id)
                        .Select(contact => new { contact.Id, Email = contact.Email! }).Take(Most).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return customer is null ? Result<Answer>.NotFound
                : new Answer(customer.Number.Value, customer.Name, [.. customer.Contacts.Select(contact => new Row(contact.Id, contact.Email.Masked))]);
        }
    }
}
