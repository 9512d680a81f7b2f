using System.Globalization;
using System.Text;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing;

/// <summary>A line being imported: gives its values as what they mean, and collects what is wrong with them.</summary>
internal sealed class Line(Header header, SourceLine source)
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d.M.yyyy", "d. M. yyyy"];

    private List<LineProblem>? problems;
    private List<LineConflict>? conflicts;

    public long Number => source.Number;

    public SourceLine Source => source;

    public IReadOnlyList<LineProblem> Problems => problems ?? [];

    public IReadOnlyList<LineConflict> Conflicts => conflicts ?? [];

    public bool IsGood => problems is null;

    public LineOutcome Outcome { get; set; }

    /// <summary>Refuses the line.</summary>
    /// <param name="column">The column at fault; empty for the line as a whole.</param>
    /// <param name="reason">What is wrong, never with the value itself.</param>
    public void Refuse(string column, string reason) => (problems ??= []).Add(new(Number, column, reason));

    /// <summary>Notes that the database knows better and keeps its value.</summary>
    public void Keep(string key, string column, string? inFile, string? kept) => (conflicts ??= []).Add(new(Number, key, column, inFile, kept));

    /// <summary>The text of a column in NFC, without spaces around it; null when empty, or when the line is refused for it.</summary>
    public string? Text(string column, int maxLength)
    {
        var text = Written(column)?.Normalize(NormalizationForm.FormC);
        if (text is null)
            return null;
        if (text.Length > maxLength)
            Refuse(column, string.Format(CultureInfo.CurrentCulture, ImportTexts.TooLong, maxLength));
        else if (text.Any(char.IsControl))
            Refuse(column, ImportTexts.ControlCharacters);
        else
            return text;
        return null;
    }

    /// <summary>The value of a column as its type; null when empty, or when the line is refused for it.</summary>
    public T? Value<T>(string column, Func<string, T?> read, string reason)
        where T : class
    {
        if (Written(column) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Refuse(column, reason);
        return value;
    }

    /// <summary>A day, as 2026-11-30 or 30.11.2026.</summary>
    public DateOnly? Day(string column)
    {
        if (Written(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1989 and < 2100)
            return day;
        Refuse(column, ImportTexts.NotADay);
        return null;
    }

    /// <summary>A moment, as 2026-11-30T10:20:30Z; without a zone by the clocks of Prague, a day alone being its beginning.</summary>
    public DateTimeOffset? Moment(string column)
    {
        if (Written(column) is not { } text)
            return null;
        if (Moments.TryParse(text) is { Year: > 1989 and < 2100 } moment)
            return moment;
        Refuse(column, ImportTexts.NotAMoment);
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(string column, int least, int most)
    {
        if (Written(column) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(column, string.Format(CultureInfo.CurrentCulture, ImportTexts.NotWithin, least, most));
        return null;
    }

    /// <summary>One of the names of <typeparamref name="T"/>, in any letter case.</summary>
    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Written(column) is not { } text)
            return null;
        if (char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var choice))
            return choice;
        Refuse(column, string.Format(CultureInfo.CurrentCulture, ImportTexts.NotOneOf, string.Join(", ", Enum.GetNames<T>())));
        return null;
    }

    private string? Written(string column)
    {
        var text = header.PlaceOf(column) is { } place ? source.Values[place].Trim() : "";
        if (text.Length > 0)
            return text;
        if (header.IsRequired(column))
            Refuse(column, ImportTexts.Missing);
        return null;
    }
}

/// <summary>What became of a line.</summary>
internal enum LineOutcome
{
    /// <summary>The database held it already.</summary>
    Unchanged,

    /// <summary>It changed what was there.</summary>
    Changed,

    /// <summary>It brought something new.</summary>
    Added,
}

/// <summary>Why a line is refused.</summary>
internal sealed record LineProblem(long Line, string Column, string Reason);

/// <summary>A value that differs from the file's and stays, because it was written here.</summary>
internal sealed record LineConflict(long Line, string Key, string Column, string? InFile, string? Kept);
