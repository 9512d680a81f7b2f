namespace CustomerCentre.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured, with its size.</param>
/// <param name="Measured">The figure with its unit.</param>
/// <param name="Baseline">What stood beside it in the same run, with its figure.</param>
/// <param name="MustReach">What the figure must reach.</param>
/// <param name="IsMet">Whether it did.</param>
public sealed record Row(string What, string Measured, string Baseline, string MustReach, bool IsMet);

/// <summary>How large a world is measured; smaller ones are for trying out.</summary>
public sealed record Scale(int Customers)
{
    public static Scale From(string[] args)
    {
        var at = Array.IndexOf(args, "--customers");
        return new(at >= 0 ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    }
}
