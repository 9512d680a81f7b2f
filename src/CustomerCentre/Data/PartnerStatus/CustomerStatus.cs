using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>What a partner learns of one customer: the least that helps (domain §6). A pair that does not hold, an unknown number and a customer who does not allow it are <see cref="Unknown"/>.</summary>
/// <param name="IsRegistered">Whether the pair holds and the customer lets partners ask.</param>
/// <param name="Lines">Product lines with their support.</param>
/// <param name="Granted">What the customer grants this partner beyond that.</param>
public sealed record CustomerStatus(bool IsRegistered, IReadOnlyList<PartnerEntitlement> Lines, GrantedFacts? Granted = null)
{
    public static CustomerStatus Unknown { get; } = new(false, []);
}

/// <summary>What a customer grants one partner for a limited time. A class, because licence numbers are secrets.</summary>
public sealed class GrantedFacts
{
    /// <summary>Current licence numbers with their product; empty unless granted.</summary>
    public IReadOnlyList<GrantedLicence> Licences { get; init; } = [];

    /// <summary>Contacts on file; empty unless granted.</summary>
    public IReadOnlyList<GrantedContact> Contacts { get; init; } = [];
}

/// <summary>A licence with its number.</summary>
public sealed class GrantedLicence(string product, string number)
{
    public string Product => product;

    /// <summary>The number as it is shown: a secret.</summary>
    public string Number => number;
}

/// <summary>A contact on file.</summary>
public sealed record GrantedContact(string? Name, string? Email, string? Phone);

/// <summary>The answer to one check.</summary>
/// <param name="AsOf">The moment it holds for.</param>
/// <param name="Customers">A status for each pair, in the order of the pairs.</param>
public sealed record StatusAnswer(DateTimeOffset AsOf, IReadOnlyList<CustomerStatus> Customers);
