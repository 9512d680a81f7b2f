namespace CustomerCentre.Features.Registrations;

/// <summary>A licence number with its purchase as typed, be it one of several or the only one; so both forms share the same fields.</summary>
public interface ILicenceEntry
{
    string? Number { get; set; }
    bool ConfirmsNumber { get; set; }
    DateOnly? PurchasedOn { get; set; }
    string? TaxDocument { get; set; }
}
