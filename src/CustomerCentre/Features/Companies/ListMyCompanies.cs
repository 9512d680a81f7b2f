using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Companies;

/// <summary>The customers a person may act for, by name.</summary>
public static class ListMyCompanies
{
    public const int PageSize = 25;

    [Allow(Policies.SignedIn)]
    public sealed record Query(int Page = 1) : IRequest<Result<Answer>>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total);

    /// <param name="Number">Customer number without spaces, for addresses; <c>CustomerNumber.Parse(…).ToString()</c> shows it.</param>
    public sealed record Row(string Number, string Name, CustomerKind Kind, string? City, MemberRole Role, int LicenceCount);
}
