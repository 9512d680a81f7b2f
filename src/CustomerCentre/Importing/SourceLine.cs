namespace CustomerCentre.Importing;

/// <summary>A line as it stands in the file.</summary>
/// <param name="Number">Number of the line in the file, from 1; the header is a line too.</param>
/// <param name="Values">Its values, in the order of the header.</param>
/// <param name="Fault">Why it cannot be read at all.</param>
internal sealed record SourceLine(long Number, string[] Values, string? Fault = null);
