using System.Globalization;
using System.Text;
using CsvHelper;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing;

/// <summary>Reads a file in batches. A line that breaks the rules of CSV ruins itself and no other.</summary>
internal sealed class SourceReader : IDisposable
{
    /// <summary>Longest line, in characters: twice what the longest values of any kind make together.</summary>
    private const int LongestLine = 4_000;

    // A line so long that it no longer fits here is no line of a table at all, and ends the reading.
    private const int LongestRecord = 1 << 20;

    private readonly Stream stream;
    private readonly CsvReader csv;
    private long brokenLine;
    private UnreadableFileException? end;

    private SourceReader(ImportSource source)
    {
        using (var first = source.Open())
            Encoding = TextEncodings.Detect(first);
        stream = source.Open();
        csv = CsvReader.Create(stream, CsvReaderOptions.Default with
        {
            Encoding = Encoding,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestRecord,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => brokenLine = IsUnreadable(record.Reason) ? record.LineNumber : brokenLine,
        });
    }

    public Encoding Encoding { get; }

    public Header Header { get; private set; } = null!;

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    public double Share => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    /// <exception cref="UnreadableFileException">The file cannot be opened, or its first line is of no kind we know.</exception>
    public static SourceReader Open(ImportSource source)
    {
        SourceReader? reader = null;
        try
        {
            reader = new SourceReader(source);
            reader.Header = Header.TryRead(reader.csv.Headers) ?? throw new UnreadableFileException(ImportTexts.UnknownHeader);
            return reader;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvFormatException or UnreadableFileException)
        {
            reader?.Dispose();
            throw exception as UnreadableFileException ?? new UnreadableFileException(string.Format(CultureInfo.CurrentCulture, ImportTexts.CannotOpen, exception.Message), exception);
        }
    }

    /// <summary>The next lines, at most as many as asked for; none at the end of the file.</summary>
    /// <exception cref="UnreadableFileException">The rest is no text in lines.</exception>
    public List<SourceLine> Read(int most)
    {
        var lines = new List<SourceLine>(most);
        if (end is not null)
            throw end;
        try
        {
            while (lines.Count < most && csv.Read())
            {
                if (!IsBlank())
                    lines.Add(Current());
            }
        }
        catch (CsvFormatException exception)
        {
            // What was read before is still good; the next call says that there is no more.
            end = new UnreadableFileException(string.Format(CultureInfo.CurrentCulture, ImportTexts.CannotReadFurther, exception.LineNumber), exception);
            if (lines.Count == 0)
                throw end;
        }

        return lines;
    }

    public void Dispose()
    {
        csv?.Dispose();
        stream?.Dispose();
    }

    private SourceLine Current()
    {
        var number = csv.LineNumber;
        if (number == brokenLine)
            return new(number, [], ImportTexts.UnclosedQuotes);
        if (csv.RawRecord.Length > LongestLine)
            return new(number, [], string.Format(CultureInfo.CurrentCulture, ImportTexts.LineTooLong, LongestLine));
        var values = new string[csv.FieldCount];
        for (var place = 0; place < values.Length; place++)
            values[place] = csv.GetString(place);
        var expected = Header.Columns.Count;
        var fits = values.Length == expected || (values.Length > expected && values.Skip(expected).All(string.IsNullOrWhiteSpace));
        return new(number, values, fits ? null : string.Format(CultureInfo.CurrentCulture, ImportTexts.WrongCount, values.Length, expected));
    }

    // Spreadsheets leave rows of separators behind at the end.
    private bool IsBlank() => csv.RawRecord.IndexOfAnyExcept(" \t;,"u8) < 0;

    private static bool IsUnreadable(CsvMalformedReason reason) => reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote;
}

/// <summary>A file cannot be read; the message, for the person at the console, says why.</summary>
internal sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
