using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Features.Api;

/// <summary>Why the partner asks.</summary>
public enum ApiPurpose
{
    Support,
    Offer,
    Order,
}

[Description("Customers to check, and why.")]
public sealed record StatusRequest(
    [property: Description("Why you ask; the customer sees it: the customer asks you for help, an offer or renewal the customer asked for, or an order or invoice of yours."), Required] ApiPurpose? Purpose,
    [property: Description("1 to 500 customers."), Required, MinLength(1), MaxLength(500)] IReadOnlyList<AskedCustomer>? Customers);

[Description("A customer as it identifies itself to you.")]
public sealed record AskedCustomer(
    [property: Description("Customer ID, 4 to 12 digits; spaces do not matter."), Required] string? CustomerId,
    [property: Description("Register number (ICO); leading zeros may be missing."), Required, MaxLength(30)] string? RegistrationNumber);

[Description("The customers in the order of the request.")]
public sealed record StatusResponse(
    [property: Description("The moment the answer holds for."), Required] DateTimeOffset AsOf,
    [property: Description("One answer for each customer of the request."), Required] IReadOnlyList<CheckedCustomer> Customers);

[Description("What you may know of a customer. A wrong pair, an unknown ID and a customer who does not allow checks read the same.")]
public sealed record CheckedCustomer(
    [property: Description("The customer ID as you sent it."), Required] string CustomerId,
    [property: Description("Whether the pair belongs to a registered customer who allows checks."), Required] bool Registered,
    [property: Description("The customer's product lines."), Required] IReadOnlyList<ApiLine> ProductLines,
    [property: Description("Only when the customer grants you more.")] ApiGranted? Granted);

[Description("A product line with its support.")]
public sealed record ApiLine(
    [property: Description("Product line."), Required] string Line,
    [property: Description("Whether the customer is entitled to support of the line today."), Required] bool Entitled,
    [property: Description("Last day of support, when entitled.")] DateOnly? Until);

[Description("What the customer grants you for a limited time.")]
public sealed record ApiGranted(
    [property: Description("Licences with their numbers."), Required] IReadOnlyList<ApiLicence> Licences,
    [property: Description("Contacts on file."), Required] IReadOnlyList<ApiContact> Contacts);

[Description("A licence with its number, which is a secret of the customer.")]
public sealed record ApiLicence([property: Description("Product."), Required] string Product, [property: Description("Licence number."), Required] string Number);

[Description("A contact of the customer.")]
public sealed record ApiContact([property: Description("Name.")] string? Name, [property: Description("E-mail.")] string? Email, [property: Description("Phone.")] string? Phone);

[Description("A page of your stock.")]
public sealed record StockResponse(
    [property: Description("Licences delivered to you."), Required] IReadOnlyList<StockItem> Licences,
    [property: Description("Send it as cursor for the next page; it is missing on the last one.")] string? NextCursor);

[Description("A licence delivered to you.")]
public sealed record StockItem(
    [property: Description("Opaque id."), Required] Guid Id,
    [property: Description("Code of the product."), Required] string ProductCode,
    [property: Description("Name of the product."), Required] string Product,
    [property: Description("Licence type."), Required] LicenceKind Kind,
    [property: Description("Day of delivery to you.")] DateOnly? DeliveredOn,
    [property: Description("Whether a customer registered it."), Required] bool Registered,
    [property: Description("When it was registered.")] DateTimeOffset? RegisteredAt,
    [property: Description("Licence number while it is not registered; it is a secret.")] string? Number,
    [property: Description("Last four characters of the licence number."), Required] string NumberEnding);

[Description("What is wrong (RFC 9457).")]
public sealed record ApiProblem(
    [property: Description("Address of the description of this kind of problem."), Required] string Type,
    [property: Description("The kind of problem in words."), Required] string Title,
    [property: Description("HTTP status."), Required] int Status,
    [property: Description("What to do."), Required] string Detail)
{
    [Description("What is wrong with which field.")]
    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}
