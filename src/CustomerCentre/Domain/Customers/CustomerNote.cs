namespace CustomerCentre.Domain.Customers;

/// <summary>A note of the operator's staff about a customer. The customer does not see it.</summary>
public sealed class CustomerNote(Guid id, Guid customerId, Guid accountId, string text, DateTimeOffset at)
{
    /// <summary>Longest note, in characters.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>Who wrote it.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = text;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; } = at;
}
