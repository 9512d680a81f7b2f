namespace CustomerCentre.Domain.Licences;

/// <summary>The answer about one licence as its customer and the operator's staff see it: everything (domain §6).</summary>
/// <param name="Support">Whether it gives a right to support on the day, until when and on what it rests.</param>
/// <param name="Standing">The same in one word.</param>
/// <param name="Product">Name of the product.</param>
/// <param name="Line">Product line.</param>
/// <param name="Seller">Name of the partner it was bought from; nothing for the operator itself.</param>
/// <param name="PurchasedOn">Day of the purchase.</param>
/// <param name="RegisteredAt">When it was bound to the customer.</param>
/// <param name="EndNote">For an ended one the operator's reason.</param>
public sealed record LicenceEntitlement(
    SupportEntitlement Support, LicenceStanding Standing, string Product, string Line, string? Seller, DateOnly? PurchasedOn, DateTimeOffset? RegisteredAt, string? EndNote)
{
    /// <summary>For an ended one the day it ended.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Answers for a licence and a day. Its product and what <see cref="SupportEntitlement.On"/> needs must be loaded.</summary>
    public static LicenceEntitlement Of(Licence licence, string? seller, DateOnly day) => new(
        SupportEntitlement.On(licence, day), licence.StandingOn(day), licence.Product.Name, licence.Product.Line, seller, licence.PurchasedOn, licence.RegisteredAt,
        licence.EndNote ?? licence.BaseLicence?.EndNote)
    {
        EndedOn = licence.EndedOn ?? licence.BaseLicence?.EndedOn,
    };
}

/// <summary>The answer about one product line as a partner sees it: the least that helps (domain §6). It has no place for sellers, names and numbers.</summary>
/// <param name="Line">Product line.</param>
/// <param name="IsEntitled">Whether any licence of the line gives a right to support on the day.</param>
/// <param name="Until">For a yes the last day of the longest cover.</param>
public sealed record PartnerEntitlement(string Line, bool IsEntitled, DateOnly? Until)
{
    /// <summary>Answers for the licences of one customer and a day, a line each, by name. Licences that came to an end leave no trace.</summary>
    public static IReadOnlyList<PartnerEntitlement> Of(IEnumerable<LicenceEntitlement> licences) =>
        Of(licences.Select(licence => (licence.Line, new SupportAnswer(licence.Support.Reason, licence.Support.Until))));

    /// <summary>The same from what the engine answered for each licence.</summary>
    public static IReadOnlyList<PartnerEntitlement> Of(IEnumerable<(string Line, SupportAnswer Support)> licences) =>
    [
        .. licences.Where(licence => licence.Support.Reason != EntitlementReason.Ended)
            .GroupBy(licence => licence.Line, StringComparer.Ordinal).OrderBy(line => line.Key, StringComparer.Ordinal)
            .Select(line => new PartnerEntitlement(
                line.Key, line.Any(licence => licence.Support.IsEntitled), line.Where(licence => licence.Support.IsEntitled).Max(licence => licence.Support.Until))),
    ];
}
