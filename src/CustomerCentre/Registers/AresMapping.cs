using System.Globalization;

namespace CustomerCentre.Registers;

/// <summary>From the words of ARES to ours.</summary>
internal static class AresMapping
{
    // Legal forms of natural persons in the state's code list: sole traders of every kind and foreign persons in trade.
    private static readonly HashSet<string> NaturalPersons = ["100", "101", "102", "103", "104", "105", "106", "107", "108", "424", "425"];

    public static CompanyRecord ToCompany(AresSubject subject, string asked, DateOnly today)
    {
        var seat = SeatOf(subject);
        var address = AresAddress.Of(seat);
        return new(
            RegistrationNumber: (subject.Ico ?? asked).PadLeft(8, '0'),
            Name: NameOf(subject),
            VatNumber: subject.Dic ?? subject.DicSkDph,
            Street: address.Street,
            City: address.City,
            PostalCode: address.PostalCode,
            Country: seat?.KodStatu ?? "CZ",
            IsNaturalPerson: subject.PravniForma is null ? null : NaturalPersons.Contains(subject.PravniForma),
            CeasedOn: CeasedBy(today, subject.DatumZaniku));
    }

    /// <summary>A day yet to come is only announced; until then the company lives.</summary>
    public static DateOnly? CeasedBy(DateOnly today, string? day) =>
        day is { Length: >= 10 }
        && DateOnly.TryParseExact(day.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ceased)
        && ceased <= today
            ? ceased
            : null;

    private static string NameOf(AresSubject subject) =>
        subject.ObchodniJmeno
        ?? Further(subject).SelectMany(f => f.ObchodniJmeno ?? [])
            .OrderByDescending(n => n.PrimarniZaznam == true)
            .Select(n => n.ObchodniJmeno)
            .FirstOrDefault(n => n is not null)
        ?? "";

    // The seat itself first; the further sources lag behind it, and among them one in fields is better than one in a line.
    private static AresSeat? SeatOf(AresSubject subject) =>
        subject.Sidlo is { SaysWhere: true }
            ? subject.Sidlo
            : Further(subject).SelectMany(f => f.Sidlo ?? [])
                .Where(s => s.Sidlo is { SaysWhere: true })
                .OrderByDescending(s => s.PrimarniZaznam == true)
                .ThenByDescending(s => s.Sidlo!.NazevObce is not null)
                .FirstOrDefault()?.Sidlo
                ?? subject.Sidlo;

    private static IEnumerable<AresFurther> Further(AresSubject subject) => subject.DalsiUdaje ?? [];
}
