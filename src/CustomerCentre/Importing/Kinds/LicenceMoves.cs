using System.Globalization;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Importing.Kinds;

/// <summary>
/// Moves a licence on to the state a line tells of, never back: what a customer registered stays registered however old the file is.
/// </summary>
internal sealed class LicenceMoves(SupportRule rule)
{
    public void Move(Line line, LicenceLine data, Licence licence, LicenceLinks links, bool isSupportToCome)
    {
        if (data.State == LineState.Sold)
            Deliver(line, data, licence, links);
        if (data.IsBound || (data.State == LineState.Ended && data.CustomerNumber is not null))
            Bind(line, data, licence, links, isSupportToCome);
        if (data.State == LineState.Ended)
            licence.End(data.EndReason!.Value, data.EndedOn!.Value, data.EndNote);
    }

    private static void Deliver(Line line, LicenceLine data, Licence licence, LicenceLinks links)
    {
        if (licence.State is LicenceState.InStock or LicenceState.Sold)
            licence.DeliverTo(links.Partner(data)!.Value, data.DeliveredOn!.Value);
        else if (licence.PartnerId != links.Partner(data))
            line.Keep(Key(data), nameof(data.PartnerCode), data.PartnerCode, null);
        // Known of the partner's sale before anybody registers: by it the holder of a foreign number proves it.
        if (data.PurchasedOn is not null || data.TaxDocument is not null)
            licence.RememberSale(data.PurchasedOn ?? licence.KnownPurchasedOn, data.TaxDocument ?? licence.KnownTaxDocument);
    }

    private void Bind(Line line, LicenceLine data, Licence licence, LicenceLinks links, bool isSupportToCome)
    {
        var purchase = new Purchase(data.PurchasedOn!.Value, data.TaxDocument);
        switch (licence.State)
        {
            case LicenceState.Ended when data.IsBound:
                line.Keep(Key(data), nameof(data.State), data.State.ToString(), nameof(LicenceState.Ended));
                return;
            case LicenceState.Registered or LicenceState.Ended when licence.CustomerId is not null:
                Complete(line, data, licence);
                return;
        }

        if (links.Partner(data) is { } partner && licence.PartnerId is null)
            licence.DeliverTo(partner, data.DeliveredOn ?? purchase.On);
        licence.BindTo(links.Customer(data)!.Value, purchase, BusinessCalendar.StartOf(data.RegisteredOn ?? purchase.On));
        if (!licence.Kind.IsAddOn() && !isSupportToCome)
            licence.AddSupport(rule.PeriodsFor(licence.Id, purchase.On));
    }

    // What was said of the purchase first holds: support began with it.
    private static void Complete(Line line, LicenceLine data, Licence licence)
    {
        if (licence.PurchasedOn != data.PurchasedOn)
            line.Keep(Key(data), nameof(data.PurchasedOn), data.PurchasedOn?.ToString("O", CultureInfo.InvariantCulture), licence.PurchasedOn?.ToString("O", CultureInfo.InvariantCulture));
        if (licence.TaxDocument is null && data.TaxDocument is not null && licence.State == LicenceState.Registered)
            licence.BindTo(licence.CustomerId!.Value, new Purchase(licence.PurchasedOn!.Value, data.TaxDocument), licence.RegisteredAt!.Value);
        else if (data.TaxDocument is not null && licence.TaxDocument != data.TaxDocument)
            line.Keep(Key(data), nameof(data.TaxDocument), data.TaxDocument, licence.TaxDocument);
    }

    private static string Key(LicenceLine data) => data.LicenceNumber.ToString();
}
