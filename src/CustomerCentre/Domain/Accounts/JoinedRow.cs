using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// Something that came along when an account was joined into another. Kept as long as "it was not me" can be said of it: who then gets the account back gets this back too.
/// </summary>
public sealed class JoinedRow(Guid accountId, Guid rowId, DateTimeOffset at)
{
    /// <summary>The account that was joined into another.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>A membership, request, draft, registration, contest or earlier joined account.</summary>
    public Guid RowId { get; private set; } = rowId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Role that came along where both were members; the row is then the membership that stayed.</summary>
    public MemberRole? BroughtRole { get; init; }

    /// <summary>Role the membership that stayed had before.</summary>
    public MemberRole? FormerRole { get; init; }
}
