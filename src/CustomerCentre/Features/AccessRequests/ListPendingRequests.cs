using CustomerCentre.Domain.Customers;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>What waits for a decision of the operator, oldest first, with the evidence.</summary>
public static class ListPendingRequests
{
    public const int PageSize = 25;

    [Allow(Policies.OperatorAdministrator)]
    public sealed record Query(int Page = 1) : IRequest<Result<Answer>>;

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total);

    /// <param name="Customer">The customer the pair leads to; nothing when it leads nowhere.</param>
    public sealed record Row(
        Guid Id, string Email, string TypedNumber, string TypedRegister, string? Message, DateTimeOffset CreatedAt, CustomerRow? Customer, int KeptLicences,
        DateTimeOffset? KeptUntil);

    public sealed record CustomerRow(string Number, string Name, CustomerKind Kind, int Managers, bool EmailIsContact);
}
