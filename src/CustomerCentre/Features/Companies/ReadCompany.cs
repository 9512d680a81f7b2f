using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;

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
}
