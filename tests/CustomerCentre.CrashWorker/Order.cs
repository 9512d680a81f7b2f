namespace CustomerCentre.CrashWorker;

/// <summary>One registration to carry out. On its way to the worker it is one line of JSON. A class, because licence numbers are secrets and records print themselves.</summary>
public sealed class Order
{
    public required Guid Id { get; init; }
    public required Guid Account { get; init; }
    public required string[] Licences { get; init; }
    public required DateOnly PurchasedOn { get; init; }

    /// <summary>The customer a further product is registered for; nothing opens a new customer.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>The new customer's register number (IČO).</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The new customer's owner, who is invited; nothing when people register for themselves.</summary>
    public string? Owner { get; init; }
}

/// <summary>The end of an order, written only once its result is there: one line of JSON.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="IsDone">Whether it was carried out.</param>
/// <param name="Text">The customer number or the licence's id; else why nothing was done.</param>
public sealed record Answer(Guid Id, bool IsDone, string Text);
