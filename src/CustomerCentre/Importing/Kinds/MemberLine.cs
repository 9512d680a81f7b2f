using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>A line of members: somebody who may act for a customer.</summary>
internal sealed record MemberLine(
    [property: Column("Customer ID of a known customer.", IsRequired = true)] CustomerNumber CustomerNumber,
    [property: Column("E-mail of the person. Without an account one is made, confirmed and without a password: the person sets it by \"forgotten password\".", IsRequired = true)]
    EmailAddress Email,
    [property: Column("Manager, Colleague or Reader.", IsRequired = true)] MemberRole Role)
{
    public static MemberLine Read(Line line) => new(
        line.Value(nameof(CustomerNumber), CustomerNumber.TryParse, ImportTexts.NotACustomerNumber)!,
        line.Value(nameof(Email), EmailAddress.TryParse, ImportTexts.NotAnEmail)!,
        line.Choice<MemberRole>(nameof(Role)) ?? default);
}
