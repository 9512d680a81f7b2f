using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;

namespace CustomerCentre.Importing.Kinds;

internal sealed class LicenceImporter(CustomerCentreDb db, SupportRule rule, TimeProvider time) : ILineImporter
{
    private readonly LicenceMoves moves = new(rule);

    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var lines = batch.Read(line => LicenceLineRules.Read(line, today));
        var links = await LicenceLinks.Load(db, [.. lines.Select(line => line.Data)], time.GetUtcNow(), cancellationToken);
        foreach (var (line, data) in lines)
        {
            links.Check(line, data);
            var licence = Find(line, data, links);
            if (licence is not null)
                links.CheckBinding(line, data, licence);
            if (!line.IsGood)
                continue;
            if (licence is null)
                Make(line, data, links, batch);
            else
                Update(line, data, licence, links, batch);
        }
    }

    private static Licence? Find(Line line, LicenceLine data, LicenceLinks links)
    {
        var licence = links.Licences.GetValueOrDefault(data.LicenceNumber);
        if (data.ReplacesLicenceNumber is not { } old)
            return licence;
        if (!links.Licences.TryGetValue(old, out var replaced))
            line.Refuse(nameof(data.ReplacesLicenceNumber), ImportTexts.UnknownLicence);
        else if (licence is not null && licence != replaced)
            line.Refuse(nameof(data.ReplacesLicenceNumber), ImportTexts.NumberOfAnother);
        return licence ?? replaced;
    }

    private void Make(Line line, LicenceLine data, LicenceLinks links, Batch batch)
    {
        var now = time.GetUtcNow();
        var licence = Licence.Make(Guid.CreateVersion7(now), links.Product(data), data.Kind, data.LicenceNumber, now, data.Quantity, links.Base(data)?.Id);
        batch.Made.Add(licence);
        links.Licences[data.LicenceNumber] = licence;
        moves.Move(line, data, licence, links, batch.IsSupportToCome);
        line.Outcome = LineOutcome.Added;
    }

    private void Update(Line line, LicenceLine data, Licence licence, LicenceLinks links, Batch batch)
    {
        // A number of the past tells of the past.
        if (links.Licences.ContainsKey(data.LicenceNumber) && licence.Numbers.Single(number => number.IsCurrent).Number != data.LicenceNumber)
            return;
        licence.Correct(links.Product(data), data.Kind, data.Quantity, links.Base(data)?.Id);
        moves.Move(line, data, licence, links, batch.IsSupportToCome);
        var isReplaced = links.Licences.TryAdd(data.LicenceNumber, licence);
        if (isReplaced)
            licence.ReplaceNumber(data.LicenceNumber, time.GetUtcNow());
        if (batch.Made.Contains(licence))
        {
            line.Outcome = LineOutcome.Changed;
            return;
        }

        if (isReplaced)
            // Its numbers are rows of their own; whoever works with the licence at this moment must notice.
            db.Entry(licence).Property(ModelRules.Version).IsModified = true;
        line.Outcome = db.OutcomeOf(licence);
    }
}
