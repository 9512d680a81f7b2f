using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing.Kinds;

internal sealed class ProductImporter(CustomerCentreDb db, TimeProvider time) : ILineImporter
{
    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var lines = batch.Read(ProductLine.Read);
        var codes = lines.Select(line => line.Data.Code).Distinct().ToList();
        var known = await db.Products.Where(product => codes.Contains(product.Code)).ToDictionaryAsync(product => product.Code, cancellationToken);
        foreach (var (line, data) in lines)
        {
            if (!known.TryGetValue(data.Code, out var product))
            {
                product = new Product { Id = Guid.CreateVersion7(time.GetUtcNow()), Code = data.Code, Name = data.Name, Line = data.Line };
                db.Add(known[data.Code] = product);
            }

            (product.Name, product.Line, product.Series, product.Variant) = (data.Name, data.Line, data.Series, data.Variant);
            line.Outcome = db.OutcomeOf(product);
        }
    }
}
