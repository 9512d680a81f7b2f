using System.Globalization;

namespace CustomerCentre.Generating;

/// <summary>What stands behind the command <c>generate</c>.</summary>
/// <param name="Folder">Where the files are to stay; nothing when they are only to be loaded.</param>
internal sealed record GenerateOptions(int Customers, int Seed, int Year, string? Folder, bool IsLoaded)
{
    private const int OldestYear = 2015;
    private const int LatestYear = 2090;

    /// <summary>Reads the options; nothing when they make no sense.</summary>
    public static GenerateOptions? TryRead(string[] arguments, int thisYear)
    {
        var given = new Dictionary<string, string>();
        var isLoaded = true;
        for (var place = 0; place < arguments.Length; place++)
        {
            if (arguments[place] == "--no-import")
                isLoaded = false;
            else if (arguments[place] is not ("--customers" or "--seed" or "--year" or "--to") || place + 1 == arguments.Length || !given.TryAdd(arguments[place], arguments[++place]))
                return null;
        }

        var folder = given.GetValueOrDefault("--to");
        return Whole(given, "--customers", null, 1, Numbers.MostCustomers) is { } customers && Whole(given, "--seed", 1, 0, int.MaxValue) is { } seed
            && Whole(given, "--year", thisYear, OldestYear, LatestYear) is { } year && (isLoaded || folder is not null)
                ? new(customers, seed, year, folder, isLoaded)
                : null;
    }

    private static int? Whole(Dictionary<string, string> given, string name, int? otherwise, int least, int most) =>
        !given.TryGetValue(name, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : null;
}
