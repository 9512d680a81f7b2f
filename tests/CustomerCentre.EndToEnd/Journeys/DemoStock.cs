namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>Licences of the demo worlds that a partner has sold and nobody has registered. Each is handed out once, so journeys do not meet.</summary>
internal static class DemoStock
{
    private static readonly string[] Numbers =
        [.. File.ReadLines(Path.Combine(Repository.Root, "src", "CustomerCentre", "Data", "Demo", "licences.csv"))
            .Select(line => line.Split(';')).Where(cells => cells[5] == "Sold").Select(cells => cells[0])];

    private static int taken = -1;

    public static string Take() => Numbers[Interlocked.Increment(ref taken)];
}
