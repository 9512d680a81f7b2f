using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing.Kinds;

internal sealed class PartnerImporter(CustomerCentreDb db, TimeProvider time) : ILineImporter
{
    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var lines = batch.Read(PartnerLine.Read);
        var codes = lines.Select(line => line.Data.Code).Distinct().ToList();
        var known = await db.Partners.Where(partner => codes.Contains(partner.Code)).ToDictionaryAsync(partner => partner.Code, cancellationToken);
        foreach (var (line, data) in lines)
        {
            if (!known.TryGetValue(data.Code, out var partner))
            {
                partner = new Partner { Id = Guid.CreateVersion7(time.GetUtcNow()), Code = data.Code, Name = data.Name, Country = data.Country };
                db.Add(known[data.Code] = partner);
            }

            (partner.Name, partner.Country, partner.RegistrationNumber) = (data.Name, data.Country, data.RegistrationNumber);
            (partner.Email, partner.Phone) = (data.Email, data.Phone);
            line.Outcome = db.OutcomeOf(partner);
        }
    }
}
