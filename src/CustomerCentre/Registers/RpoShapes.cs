using System.Text.Json.Serialization;

namespace CustomerCentre.Registers;

// The answers of RPO in its own words: every fact is a history, current is what has no end.

internal interface IRpoFact
{
    string? ValidFrom { get; }

    string? ValidTo { get; }
}

internal sealed record RpoSearchResult(IReadOnlyList<RpoSubject>? Results);

internal sealed record RpoSubject(
    IReadOnlyList<RpoText>? Identifiers, IReadOnlyList<RpoText>? FullNames, IReadOnlyList<RpoAddress>? Addresses, string? Termination);

internal sealed record RpoText([property: JsonConverter(typeof(LooseText))] string? Value, string? ValidFrom, string? ValidTo) : IRpoFact;

internal sealed record RpoAddress(
    string? Street,
    [property: JsonConverter(typeof(LooseText))] string? RegNumber,
    [property: JsonConverter(typeof(LooseText))] string? BuildingNumber,
    IReadOnlyList<string?>? PostalCodes,
    RpoCoded? Municipality,
    RpoCoded? Country,
    string? ValidFrom,
    string? ValidTo) : IRpoFact;

internal sealed record RpoCoded(string? Value, [property: JsonConverter(typeof(LooseText))] string? Code);
