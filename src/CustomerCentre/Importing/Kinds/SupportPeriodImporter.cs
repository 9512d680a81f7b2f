using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

internal sealed class SupportPeriodImporter(CustomerCentreDb db) : ILineImporter
{
    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var lines = batch.Read(SupportPeriodLine.Read);
        var licences = await db.LicencesByNumber(lines.Select(line => line.Data.LicenceNumber), cancellationToken);
        foreach (var (line, data) in lines)
        {
            if (!licences.TryGetValue(data.LicenceNumber, out var licence))
                line.Refuse(nameof(data.LicenceNumber), ImportTexts.UnknownLicence);
            else if (licence.Kind.IsAddOn())
                line.Refuse(nameof(data.LicenceNumber), ImportTexts.SupportIsOfBase);
            else
                line.Outcome = data.Years.Select(year => Apply(licence, data, year.From, year.Until)).Max();
        }
    }

    private LineOutcome Apply(Licence licence, SupportPeriodLine data, DateOnly from, DateOnly until)
    {
        var period = licence.SupportPeriods.FirstOrDefault(known => known.Year == from.Year && known.Source == data.Source);
        if (period is null)
        {
            period = new SupportPeriod(licence.Id, from, until, data.Source) { Reason = data.Reason };
            licence.AddSupport([period]);
            db.Add(period);
        }
        else
        {
            period.Correct(from, until);
        }

        return db.OutcomeOf(period);
    }
}
