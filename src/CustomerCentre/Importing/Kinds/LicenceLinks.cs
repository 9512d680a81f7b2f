using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing.Kinds;

/// <summary>What the lines of a batch of licences point to.</summary>
internal sealed class LicenceLinks
{
    private Dictionary<string, Guid> products = [];
    private Dictionary<string, Guid> partners = [];
    private Dictionary<CustomerNumber, Guid> customers = [];
    private Dictionary<Guid, Guid?> reserved = [];

    /// <summary>Licences by any number they have or had; those made by earlier lines join them.</summary>
    public Dictionary<LicenceNumber, Licence> Licences { get; private set; } = [];

    public static async Task<LicenceLinks> Load(CustomerCentreDb db, IReadOnlyList<LicenceLine> lines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var links = new LicenceLinks
        {
            products = await db.ProductsByCode(lines.Select(line => line.ProductCode), cancellationToken),
            partners = await db.PartnersByCode(lines.Select(line => line.PartnerCode), cancellationToken),
            customers = await db.CustomerIdsByNumber(lines.Select(line => line.CustomerNumber), cancellationToken),
            Licences = await db.LicencesByNumber(
                lines.SelectMany(line => (LicenceNumber?[])[line.LicenceNumber, line.BaseLicenceNumber, line.ReplacesLicenceNumber]), cancellationToken),
        };
        var sold = links.Licences.Values.Where(licence => licence.State == LicenceState.Sold).Select(licence => licence.Id).ToList();
        if (sold.Count > 0)
            links.reserved = await db.ReservedLicences.Where(kept => sold.Contains(kept.LicenceId) && kept.Until > now)
                .Join(db.AccessRequests, kept => kept.AccessRequestId, request => request.Id, (kept, request) => new { kept.LicenceId, request.CustomerId })
                .ToDictionaryAsync(kept => kept.LicenceId, kept => kept.CustomerId, cancellationToken);
        return links;
    }

    public Guid Product(LicenceLine data) => products[data.ProductCode];

    public Guid? Partner(LicenceLine data) => data.PartnerCode is { } code ? partners[code] : null;

    public Guid? Customer(LicenceLine data) => data.CustomerNumber is { } number ? customers[number] : null;

    public Licence? Base(LicenceLine data) => data.BaseLicenceNumber is { } number ? Licences[number] : null;

    /// <summary>Refuses a line that points to what is not there.</summary>
    public void Check(Line line, LicenceLine data)
    {
        if (!products.ContainsKey(data.ProductCode))
            line.Refuse(nameof(data.ProductCode), ImportTexts.UnknownProduct);
        if (data.PartnerCode is { } partner && !partners.ContainsKey(partner))
            line.Refuse(nameof(data.PartnerCode), ImportTexts.UnknownPartner);
        if (data.CustomerNumber is { } customer && !customers.ContainsKey(customer))
            line.Refuse(nameof(data.CustomerNumber), ImportTexts.UnknownCustomer);
        if (data.BaseLicenceNumber is not { } number)
            return;
        if (!Licences.TryGetValue(number, out var found))
            line.Refuse(nameof(data.BaseLicenceNumber), ImportTexts.UnknownLicence);
        else if (found.Kind.IsAddOn() || number == data.LicenceNumber)
            line.Refuse(nameof(data.BaseLicenceNumber), ImportTexts.BaseIsAddOn);
    }

    /// <summary>Refuses a line that would take a licence from whom it belongs to, or is kept for.</summary>
    public void CheckBinding(Line line, LicenceLine data, Licence licence)
    {
        if (!line.IsGood || Customer(data) is not { } customer)
            return;
        if (licence.CustomerId is { } owner && owner != customer)
            line.Refuse(nameof(data.CustomerNumber), ImportTexts.BoundElsewhere);
        else if (reserved.TryGetValue(licence.Id, out var keptFor) && keptFor != customer)
            line.Refuse(nameof(data.CustomerNumber), ImportTexts.KeptForRequest);
        else if (data.State == LineState.SoldDirectly && licence.PartnerId is not null)
            line.Refuse(nameof(data.State), ImportTexts.DeliveredToPartner);
    }
}
