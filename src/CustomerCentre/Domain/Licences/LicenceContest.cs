namespace CustomerCentre.Domain.Licences;

/// <summary>Somebody tried to register a licence that is bound to another customer: kept for the operator, since either side may be right.</summary>
public sealed class LicenceContest(Guid id, Guid licenceId, Guid accountId, Guid? customerId, DateTimeOffset openedAt)
{
    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; } = licenceId;

    /// <summary>Who tried.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>For which customer; nothing for one not opened yet.</summary>
    public Guid? CustomerId { get; private set; } = customerId;

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; private set; } = openedAt;

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
