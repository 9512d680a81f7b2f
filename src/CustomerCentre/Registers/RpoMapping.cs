namespace CustomerCentre.Registers;

/// <summary>From the words of RPO to ours.</summary>
internal static class RpoMapping
{
    public static bool IsAbout(RpoSubject subject, string registrationNumber) =>
        subject.Identifiers is not { Count: > 0 } numbers || numbers.Any(n => n.Value?.PadLeft(8, '0') == registrationNumber);

    public static CompanyRecord ToCompany(RpoSubject subject, string asked, DateOnly today)
    {
        var address = Current(subject.Addresses);
        return new(
            RegistrationNumber: asked,
            Name: Current(subject.FullNames)?.Value ?? "",
            VatNumber: null,
            Street: address is null ? null : StreetOf(address),
            City: address?.Municipality?.Value,
            PostalCode: address?.PostalCodes is [{ } code, ..] ? code.Replace(" ", "", StringComparison.Ordinal) : null,
            Country: CountryOf(address),
            IsNaturalPerson: null,
            CeasedOn: AresMapping.CeasedBy(today, subject.Termination));
    }

    // A company that ceased has only ended facts; then the latest is shown.
    private static T? Current<T>(IReadOnlyList<T>? history) where T : class, IRpoFact =>
        history?.OrderBy(f => f.ValidTo is not null).ThenByDescending(f => f.ValidFrom, StringComparer.Ordinal).FirstOrDefault();

    private static string? StreetOf(RpoAddress address)
    {
        // A zero stands for "none" in either number.
        string?[] numbers = [address.RegNumber, address.BuildingNumber];
        var joined = string.Join('/', numbers.Where(n => n is not (null or "0")));
        return (address.Street, joined) switch
        {
            ({ Length: > 0 } street, "") => street,
            ({ Length: > 0 } street, _) => $"{street} {joined}",
            (_, "") => null,
            _ => $"č. {joined}",
        };
    }

    private static string CountryOf(RpoAddress? address) => address?.Country?.Code switch
    {
        null or "703" => "SK",
        "203" => "CZ",
        _ => "",
    };
}
