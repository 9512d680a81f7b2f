using System.Text.Json.Serialization;

namespace CustomerCentre.Registers;

// The answers of ARES in its own words. Every field may be missing, unknown ones are ignored.

internal sealed record AresSubject(
    [property: JsonConverter(typeof(LooseText))] string? Ico,
    string? ObchodniJmeno,
    AresSeat? Sidlo,
    [property: JsonConverter(typeof(LooseText))] string? PravniForma,
    string? DatumZaniku,
    string? Dic,
    string? DicSkDph,
    IReadOnlyList<AresFurther>? DalsiUdaje)
{
    /// <summary>Anything may be missing, but an object with neither number nor name is no company.</summary>
    public bool IsOne => Ico is not null || ObchodniJmeno is not null || DalsiUdaje is { Count: > 0 };
}

internal sealed record AresSeat(
    string? KodStatu,
    string? NazevObce,
    string? NazevMestskehoObvodu,
    string? NazevCastiObce,
    string? NazevUlice,
    [property: JsonConverter(typeof(LooseText))] string? CisloDomovni,
    [property: JsonConverter(typeof(LooseText))] string? CisloOrientacni,
    string? CisloOrientacniPismeno,
    [property: JsonConverter(typeof(LooseText))] string? TypCisloDomovni,
    [property: JsonConverter(typeof(LooseText))] string? CisloDoAdresy,
    [property: JsonConverter(typeof(LooseText))] string? Psc,
    string? PscTxt,
    string? TextovaAdresa)
{
    public bool SaysWhere => NazevObce is not null || TextovaAdresa is not null;
}

internal sealed record AresFurther(IReadOnlyList<AresFurtherName>? ObchodniJmeno, IReadOnlyList<AresFurtherSeat>? Sidlo);

internal sealed record AresFurtherName(string? ObchodniJmeno, bool? PrimarniZaznam);

internal sealed record AresFurtherSeat(AresSeat? Sidlo, bool? PrimarniZaznam);

internal sealed record AresQuery(string ObchodniJmeno, int Start, int Pocet);

internal sealed record AresSearchResult(int? PocetCelkem, IReadOnlyList<AresSubject>? EkonomickeSubjekty);

internal sealed record AresError(
    [property: JsonConverter(typeof(LooseText))] string? Kod,
    [property: JsonConverter(typeof(LooseText))] string? SubKod)
{
    public bool Says(string code) => Kod == code || SubKod == code;
}
