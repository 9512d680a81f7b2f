using CustomerCentre.Domain.Licences;
using FluentValidation;

namespace CustomerCentre.Features.Registrations;

/// <summary>A licence to register and what the person says of its purchase. A class, because the number is a secret and records print themselves.</summary>
public sealed class LicenceEntry : ILicenceEntry
{
    public string? Number { get; set; }

    /// <summary>"It really is so", for a number that looks mistyped.</summary>
    public bool ConfirmsNumber { get; set; }

    public DateOnly? PurchasedOn { get; set; }
    public string? TaxDocument { get; set; }

    /// <summary>Call only when the validator is content.</summary>
    internal Purchase Purchase => new(PurchasedOn!.Value, Clean(TaxDocument));

    internal static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Validator : AbstractValidator<LicenceEntry>
    {
        public Validator()
        {
            RuleFor(entry => entry.Number).IsLicenceNumber(entry => entry.ConfirmsNumber);
            RuleFor(entry => entry.PurchasedOn).IsPurchaseDate();
            RuleFor(entry => entry.TaxDocument).IsTaxDocument();
        }
    }
}
