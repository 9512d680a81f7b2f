using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Customers;

/// <summary>A customer number that is or ever was valid. One table for all of them, so that taken, alias and never reused are one unique index.</summary>
public sealed class IssuedNumber(CustomerNumber number, Guid customerId, DateTimeOffset since)
{
    /// <summary>The number; unique for ever.</summary>
    public CustomerNumber Number { get; private set; } = number;

    /// <summary>The customer it leads to.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>Whether it is the customer's number today, or an alias left from a merge.</summary>
    public bool IsCurrent { get; set; } = true;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; } = since;
}
