using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>A customer as its number leads to it.</summary>
internal sealed class FoundCustomer
{
    public required Guid Id { get; init; }
    public required string Country { get; init; }
    public string? RegistrationNumber { get; init; }
    public required CustomerKind Kind { get; init; }
    public bool? PartnerChecks { get; init; }
    public bool ShowsLicenceNumbers { get; set; }
    public bool ShowsContacts { get; set; }

    /// <summary>Whether the register number is the customer's and the customer lets partners ask.</summary>
    public bool Answers(string registrationNumber) =>
        RegistrationNumber is { } known
        && Domain.Identifiers.RegistrationNumber.TryParse(Domain.Identifiers.Country.FromStored(Country), registrationNumber)?.Value == known
        && Kind.AllowsPartnerChecks(PartnerChecks);
}

/// <summary>A pair that is looked up, and what was found for it.</summary>
internal sealed class AskedPair(StatusPair typed)
{
    /// <summary>The number to look up; what is no number is looked up too, and leads nowhere.</summary>
    public string Number { get; } = CustomerNumber.TryParse(typed.CustomerNumber)?.Value ?? "";

    public StatusPair Typed => typed;

    /// <summary>The customer, when the pair holds and the customer lets partners ask.</summary>
    public FoundCustomer? Customer { get; set; }
}
