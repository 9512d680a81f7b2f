using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CustomerCentre.Tests.Running;

/// <summary>Deletes every row of every table, on either database.</summary>
internal static class Emptying
{
    public static void Empty(CustomerCentreDb db)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        foreach (var delete in InOrder(db.Model.GetRelationalModel()).Select(table => $"DELETE FROM {sql.DelimitIdentifier(table.Name, table.Schema)}"))
            db.Database.ExecuteSqlRaw(delete);
    }

    /// <summary>Each table after those that point to it. One that points to itself does not wait for itself: a statement deletes all its rows at once.</summary>
    private static IEnumerable<ITable> InOrder(IRelationalModel model)
    {
        var left = model.Tables.ToList();
        while (left.Count > 0)
        {
            var free = left.Where(table => !table.ReferencingForeignKeyConstraints.Any(key => key.Table != table && left.Contains(key.Table))).ToList();
            if (free.Count == 0)
                throw new InvalidOperationException("Tables point to each other in a circle: " + string.Join(", ", left.Select(table => table.Name)));
            foreach (var table in free)
                yield return table;
            left.RemoveAll(free.Contains);
        }
    }
}
