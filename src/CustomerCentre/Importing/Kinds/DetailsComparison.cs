using System.Globalization;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Importing.Kinds;

/// <summary>Names the details in which a file differs from what a customer wrote here.</summary>
internal static class DetailsComparison
{
    private static readonly (string Column, Func<CustomerDetails, object?> Value)[] Columns =
    [
        (nameof(CustomerDetails.Kind), details => details.Kind),
        (nameof(CustomerDetails.Country), details => details.Country),
        (nameof(CustomerDetails.Name), details => details.Name),
        (nameof(CustomerDetails.FamilyName), details => details.FamilyName),
        (nameof(CustomerDetails.RegistrationNumber), details => details.RegistrationNumber),
        (nameof(CustomerDetails.VatNumber), details => details.VatNumber),
        (nameof(CustomerDetails.TaxNumber), details => details.TaxNumber),
        (nameof(CustomerDetails.Street), details => details.Street),
        (nameof(CustomerDetails.City), details => details.City),
        (nameof(CustomerDetails.PostalCode), details => details.PostalCode),
        (nameof(CustomerDetails.DataBoxId), details => details.DataBoxId),
    ];

    public static void Note(Line line, Customer customer, CustomerDetails inFile)
    {
        foreach (var (column, value) in Columns)
        {
            if (!Equals(value(inFile), value(customer.Details)))
                line.Keep(customer.Number.Value, column, Shown(value(inFile)), Shown(value(customer.Details)));
        }
    }

    private static string? Shown(object? value) => value switch
    {
        VatNumber { MayHoldBirthNumber: true } => "…",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
