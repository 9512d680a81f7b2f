namespace CustomerCentre.Domain.Customers;

/// <summary>One word of a customer's name, by which staff find it in any order of words.</summary>
public sealed class CustomerWord(string word, Guid customerId)
{
    /// <summary>The word as <see cref="SearchText"/> writes it.</summary>
    public string Word { get; private set; } = word;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;
}
