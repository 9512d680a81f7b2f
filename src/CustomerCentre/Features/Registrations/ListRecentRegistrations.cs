using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>What was registered for a customer in the last day, newest first.</summary>
public static class ListRecentRegistrations
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(string CustomerNumber) : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="MayUndo">Whether the asking person may take it back, until <paramref name="UndoUntil"/>.</param>
    public sealed record Row(Guid Id, Guid LicenceId, string Product, LicenceKind Kind, DateTimeOffset RegisteredAt, DateTimeOffset UndoUntil, bool MayUndo);
}
