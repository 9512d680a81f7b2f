namespace CustomerCentre.Domain.Customers;

/// <summary>The counter behind newly issued customer numbers. Gaps are allowed; the unique index of <see cref="IssuedNumber"/> is the judge.</summary>
public sealed class NumberSequence
{
    /// <summary>Longest name of a sequence, in characters.</summary>
    public const int NameMaxLength = 32;

    /// <summary>Name of the sequence.</summary>
    public required string Name { get; init; }

    /// <summary>The counted part given out last.</summary>
    public long Last { get; set; }
}
