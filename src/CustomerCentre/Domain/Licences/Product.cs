namespace CustomerCentre.Domain.Licences;

/// <summary>An item of the operator's catalogue, for example line POHODA, series SQL, variant Jazz.</summary>
public sealed class Product
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeMaxLength = 40;

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 150;

    /// <summary>Longest line, series or variant, in characters.</summary>
    public const int PartMaxLength = 40;

    /// <summary>Opaque id.</summary>
    public Guid Id { get; init; }

    /// <summary>The operator's code; the natural key of imports.</summary>
    public required string Code { get; init; }

    /// <summary>Name as customers know it.</summary>
    public required string Name { get; set; }

    /// <summary>Product line; the only thing of a product that a partner's check shows.</summary>
    public required string Line { get; set; }

    /// <summary>Series (MDB, SQL, E1), when the line has series.</summary>
    public string? Series { get; set; }

    /// <summary>Variant (Mini, Jazz, Premium, …), when there is one.</summary>
    public string? Variant { get; set; }
}
