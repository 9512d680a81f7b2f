using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>The details of a customer the person may act for, by any number it ever had.</summary>
public static class ReadCompany
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(string Number) : IRequest<Result<Answer>>;

    /// <param name="Number">The number valid today, without spaces.</param>
    /// <param name="Company">A copy that a form may change.</param>
    /// <param name="HidesVatNumber">The VAT number may be a birth number, so only managers see it.</param>
    public sealed record Answer(
        string Number, MemberRole Role, CompanyForm Company, bool HidesVatNumber, RegisterCheck Check, DateTimeOffset OpenedAt, DateTimeOffset? EditedAt,
        IReadOnlyList<ContactRow> Contacts);

    public sealed record ContactRow(string? Name, string? Email, string? Phone);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.MembershipsOf(user.Id, query.Number).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } member)
                return Result<Answer>.NotFound;
            var customer = await db.Customers.AsNoTracking().AsSplitQuery()
                .Include(c => c.Numbers.Where(number => number.IsCurrent)).Include(c => c.Contacts)
                .SingleAsync(c => c.Id == member.CustomerId, cancellationToken);

            var company = CompanyForm.From(customer.Details);
            var hides = customer.Details.HidesVatNumberFrom(user.Seen is null ? member.Role : MemberRole.Reader);
            if (hides)
                company.VatNumber = null;
            return new Answer(
                customer.Number.Value, member.Role, company, hides, customer.Check, customer.OpenedAt, customer.EditedAt,
                [.. customer.Contacts.Select(contact => new ContactRow(contact.Name, contact.Email?.Value, contact.Phone?.ToString()))]);
        }
    }
}
