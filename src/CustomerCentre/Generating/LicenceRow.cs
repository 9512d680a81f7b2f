using System.Globalization;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Generating;

/// <summary>A line of a made-up file of licences.</summary>
internal sealed record LicenceRow(string Number, string Product, LicenceKind Kind, string State)
{
    public int Quantity { get; init; } = 1;

    public string? Base { get; init; }

    public string? Partner { get; init; }

    public DateOnly? Delivered { get; init; }

    public string? Customer { get; init; }

    public DateOnly? Purchased { get; init; }

    public string? TaxDocument { get; init; }

    public DateOnly? Registered { get; init; }

    public LicenceEnd? EndReason { get; init; }

    public DateOnly? Ended { get; init; }

    public string? EndNote { get; init; }

    public string? Replaces { get; init; }

    /// <summary>The columns of an imported file of licences.</summary>
    public string?[] Values =>
    [
        Number, Product, Kind.ToString(), Quantity.ToString(CultureInfo.InvariantCulture), Base, State, Partner, Written(Delivered), Customer, Written(Purchased), TaxDocument,
        Written(Registered), EndReason?.ToString(), Written(Ended), EndNote, Replaces,
    ];

    public static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
