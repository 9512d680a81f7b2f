using System.Globalization;

namespace CustomerCentre.Generating;

/// <summary>Words and how often they come: a text file inside the program, <c>text|more of it|weight</c> a line.</summary>
internal sealed class WordList
{
    private readonly List<string[]> entries = [];
    private readonly List<int> sums = [];

    public WordList(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"words/{name}.txt") ?? throw new InvalidOperationException($"There is no list {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('|');
            entries.Add(parts[..^1]);
            sums.Add((sums.Count > 0 ? sums[^1] : 0) + int.Parse(parts[^1], CultureInfo.InvariantCulture));
        }
    }

    public string[] Entry(Dice dice)
    {
        var place = sums.BinarySearch(dice.Below(sums[^1]) + 1);
        return entries[place < 0 ? ~place : place];
    }

    public string Word(Dice dice) => Entry(dice)[0];
}
