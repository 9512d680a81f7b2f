using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Generating;

/// <summary>The licences of a made-up customer, and the unsold ones that fall to its share.</summary>
/// <param name="products">Codes of the catalogue.</param>
/// <param name="partners">How many partners there are.</param>
/// <param name="year">The year that the world ends before.</param>
internal sealed class GeneratedLicences(GeneratedCustomer customer, IReadOnlyList<string> products, int partners, int year)
{
    private const int Oldest = 16;
    private readonly Dice dice = customer.Dice;
    private readonly DateOnly last = new(year - 1, 12, 31);
    private int made;

    /// <summary>Lines of licences in the order an import needs, each with its support when it is one's that has some.</summary>
    public IEnumerable<(LicenceRow Row, IReadOnlyList<string?[]> Support)> Rows()
    {
        for (var left = Count(); left > 0; left--)
        {
            var first = Bound();
            var isReplaced = first.State != "Ended" && dice.Is(6);
            var row = isReplaced ? first with { Number = Number(), Kind = Larger(first.Kind), Replaces = first.Number } : first;
            if (isReplaced)
                yield return (first, []);
            yield return (row, [.. GeneratedSupport.Of(row, dice, year)]);
            for (var addOns = dice.Is(40) ? dice.Between(1, 4) : 0; addOns > 0; addOns--)
                yield return (AddOn(row), []);
        }

        for (var left = dice.Is(55) ? dice.Between(1, 2) : 0; left > 0; left--)
            yield return (Unsold(), []);
    }

    private int Count() => dice.Below(1_000) switch { < 360 => 1, < 640 => 2, < 810 => 3, < 900 => 4, < 960 => 5, < 997 => dice.Between(6, 10), _ => dice.Between(20, 60) };

    private LicenceRow Bound()
    {
        // More of them are young than old.
        var age = Math.Min(dice.Below(Oldest), dice.Below(Oldest));
        var purchased = dice.Day(new DateOnly(last.Year - age, 1, 1), new DateOnly(last.Year - age, 12, 31));
        var row = new LicenceRow(Number(), Product(), dice.Below(100) switch { < 60 => LicenceKind.Single, < 85 => LicenceKind.Net3, _ => LicenceKind.Net5 }, "SoldDirectly")
        {
            Customer = customer.Number,
            Purchased = purchased,
            TaxDocument = dice.Is(80) ? $"FV{purchased.Year}{dice.Below(1_000_000):D6}" : null,
        };
        if (dice.Is(60))
            row = row with { State = "Registered", Partner = Partner(), Delivered = purchased.AddDays(-dice.Between(1, 200)), Registered = Earlier(purchased.AddDays(dice.Below(30)), last) };
        if (!dice.Is(5))
            return row;
        var reason = dice.Of(LicenceEnd.Returned, LicenceEnd.Cancelled, LicenceEnd.Blocked);
        return row with { State = "Ended", EndReason = reason, Ended = Earlier(purchased.AddDays(dice.Between(10, 900)), last) };
    }

    private LicenceRow AddOn(LicenceRow row)
    {
        var kind = row.Kind == LicenceKind.Single || dice.Is(30) ? LicenceKind.Mlp : LicenceKind.Cal;
        return row with
        {
            Number = Number(),
            Kind = kind,
            Quantity = kind == LicenceKind.Cal ? dice.Between(1, 10) : 1,
            Base = row.Number,
            Replaces = null,
            TaxDocument = row.TaxDocument is null ? null : row.TaxDocument + "/" + dice.Between(1, 9),
        };
    }

    private LicenceRow Unsold()
    {
        var row = new LicenceRow(Number(), Product(), dice.Of(LicenceKind.Single, LicenceKind.Single, LicenceKind.Net3), "InStock");
        return dice.Is(15) ? row : row with { State = "Sold", Partner = Partner(), Delivered = dice.Day(last.AddDays(-700), last) };
    }

    // Bestsellers stand first in the catalogue.
    private string Product() => products[Math.Min(dice.Below(products.Count), dice.Below(products.Count))];

    // Some partners sell much more than others.
    private string Partner() => GeneratedPartners.Code(dice.Is(40) ? dice.Below(Math.Max(1, partners / 20)) : dice.Below(partners));

    private string Number() => ++made is var place && dice.Is(4) ? $"PH{year % 100:D2}{customer.Index:D7}{place:D3}" : Numbers.Licence(dice);

    private LicenceKind Larger(LicenceKind kind) => kind == LicenceKind.Single && dice.Is(50) ? LicenceKind.Net3 : kind;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
