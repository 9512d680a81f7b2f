using CustomerCentre.Data.Lookup;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Features.Support;

/// <summary>Where a row of the search leads, and how a telephone exchange leads to the search.</summary>
internal static class SupportLinks
{
    public static string Of(LookupRow row) => row.CustomerNumber is { } number ? $"/support/customers/{number}" : $"/support/licences/{row.LicenceId}";

    /// <summary>The phone of a caller as it came in the address, where a plus may have become a space.</summary>
    public static string? ToPhone(string? phone)
    {
        var typed = phone is [' ', .. var digits] ? $"+{digits}" : phone;
        return PhoneNumber.TryParse(typed, Country.Czechia)?.ToString() ?? typed;
    }
}
