using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

/// <summary>What must hold within a line of licences, whatever the database knows.</summary>
internal static class LicenceLineRules
{
    public static LicenceLine Read(Line line, DateOnly today)
    {
        var data = LicenceLine.Read(line);
        if (!line.IsGood)
            return data;

        void Require(bool isGiven, string column, bool isNeeded)
        {
            if (isNeeded && !isGiven)
                line.Refuse(column, ImportTexts.MissingInState);
        }

        Require(data.PartnerCode is not null, nameof(data.PartnerCode), data.State == LineState.Sold);
        Require(data.DeliveredOn is not null, nameof(data.DeliveredOn), data.State == LineState.Sold);
        Require(data.CustomerNumber is not null, nameof(data.CustomerNumber), data.IsBound);
        Require(data.PurchasedOn is not null, nameof(data.PurchasedOn), data.IsBound || data is { State: LineState.Ended, CustomerNumber: not null });
        Require(data.EndReason is not null, nameof(data.EndReason), data.State == LineState.Ended);
        Require(data.EndedOn is not null, nameof(data.EndedOn), data.State == LineState.Ended);

        if (data.State is LineState.InStock or LineState.SoldDirectly && data.PartnerCode is not null)
            line.Refuse(nameof(data.PartnerCode), ImportTexts.NoPartnerInState);
        if (data.Kind.IsAddOn() != data.BaseLicenceNumber is not null)
            line.Refuse(nameof(data.BaseLicenceNumber), data.Kind.IsAddOn() ? ImportTexts.AddOnNeedsBase : ImportTexts.OnlyAddOnHasBase);
        if (data.PurchasedOn > today)
            line.Refuse(nameof(data.PurchasedOn), ImportTexts.InFuture);
        if (data.PurchasedOn < data.DeliveredOn)
            line.Refuse(nameof(data.PurchasedOn), ImportTexts.BeforeDelivery);
        return data;
    }
}
