using System.Globalization;
using CsvHelper;
using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Importing;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Partners;

/// <summary>A customer of a file, and the line it stands on.</summary>
public sealed record BatchPair(long Line, StatusPair Pair);

/// <summary>A line that holds no pair, and why.</summary>
public sealed record BatchFault(long Line, string Reason);

/// <summary>A file of pairs as it was read: in its first two columns customer ID and register number, a header or none, in any encoding and with any separator in use here.</summary>
/// <param name="Pairs">The pairs; to be sent only when nothing is wrong.</param>
/// <param name="Faults">Lines that hold no pair.</param>
/// <param name="Problem">Why the whole file cannot be read.</param>
public sealed record BatchFile(IReadOnlyList<BatchPair> Pairs, IReadOnlyList<BatchFault> Faults, string? Problem = null)
{
    public const int MostPairs = 5_000;

    /// <summary>Longest file, in bytes: far more than so many pairs take, with a few further columns.</summary>
    public const long MostBytes = 2 << 20;

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = 1 << 14,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    public bool IsSound => Problem is null && Faults.Count == 0;

    /// <summary>Reads a stream that can be gone through twice.</summary>
    public static BatchFile Read(Stream stream)
    {
        if (BatchFileKind.ProblemOf(stream) is { } problem)
            return Unreadable(problem);
        stream.Position = 0;
        var encoding = TextEncodings.Detect(stream);
        stream.Position = 0;
        try
        {
            using var csv = CsvReader.Create(stream, Options with { Encoding = encoding }, leaveOpen: true);
            return Read(csv);
        }
        catch (CsvFormatException exception)
        {
            return Unreadable(string.Format(CultureInfo.CurrentCulture, PartnersTexts.FileBroken, exception.LineNumber));
        }
    }

    public static BatchFile Unreadable(string problem) => new([], [], problem);

    private static BatchFile Read(CsvReader csv)
    {
        var (pairs, faults) = (new List<BatchPair>(), new List<BatchFault>());
        for (var isFirst = true; csv.Read(); isFirst = false)
        {
            var (number, register) = (Cell(csv, 0), Cell(csv, 1));
            if ((number.Length == 0 && register.Length == 0) || (isFirst && !number.Any(char.IsAsciiDigit)))
                continue;
            if (pairs.Count + faults.Count == MostPairs)
                return Unreadable(string.Format(CultureInfo.CurrentCulture, PartnersTexts.FileTooLong, MostPairs));
            if (FaultOf(number, register) is { } reason)
                faults.Add(new(csv.LineNumber, reason));
            else
                pairs.Add(new(csv.LineNumber, new StatusPair(number, register)));
        }

        return pairs.Count + faults.Count == 0 ? Unreadable(PartnersTexts.FileEmpty) : new(pairs, faults);
    }

    private static string Cell(CsvReader csv, int place) => place < csv.FieldCount ? csv.GetString(place).Trim() : "";

    private static string? FaultOf(string number, string register) =>
        CustomerNumber.TryParse(number) is null ? ApiTexts.CustomerNumberWrong
        : register.Length == 0 ? ApiTexts.RegistrationNumberRequired
        : register.Length > RegistrationNumber.MaxLength || !register.Any(char.IsLetterOrDigit) || register.Any(char.IsControl) ? PartnersTexts.RegistrationNumberWrong : null;
}
