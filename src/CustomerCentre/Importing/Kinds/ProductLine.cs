using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of products: an item of the catalogue.</summary>
internal sealed record ProductLine(
    [property: Column("Code of the product.", IsRequired = true)] string Code,
    [property: Column("Name as customers know it.", IsRequired = true)] string Name,
    [property: Column("Product line, for example POHODA.", IsRequired = true)] string Line,
    [property: Column("Series: MDB, SQL, E1.")] string? Series,
    [property: Column("Variant: Mini, Jazz, Premium, …")] string? Variant)
{
    public static ProductLine Read(Line line) => new(
        line.Text(nameof(Code), Product.CodeMaxLength)!,
        line.Text(nameof(Name), Product.NameMaxLength)!,
        line.Text(nameof(Line), Product.PartMaxLength)!,
        line.Text(nameof(Series), Product.PartMaxLength),
        line.Text(nameof(Variant), Product.PartMaxLength));
}
