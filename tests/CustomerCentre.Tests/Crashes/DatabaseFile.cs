using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CustomerCentre.Tests.Crashes;

/// <summary>The database as a whole: whether it is sound, and how many rows it holds.</summary>
internal static class DatabaseFile
{
    /// <summary>What SQLite finds broken in its file; nothing on SQL Server, which looks after itself.</summary>
    public static async Task<List<string>> Damages(CustomerCentreDb db)
    {
        if (db is not SqliteDb)
            return [];
        var lines = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        var foreign = await db.Database.SqlQuery<string>($"SELECT 'a row of ' || \"table\" || ' points nowhere' AS Value FROM pragma_foreign_key_check").ToListAsync();
        return [.. lines.Where(line => line != "ok"), .. foreign];
    }

    /// <summary>The number of rows in each table.</summary>
    public static async Task<Dictionary<string, int>> Rows(CustomerCentreDb db)
    {
        var (rows, sql) = (new Dictionary<string, int>(), db.GetService<ISqlGenerationHelper>());
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var count = $"SELECT COUNT(*) AS Value FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";
            rows[table.Name] = await db.Database.SqlQueryRaw<int>(count).SingleAsync();
        }

        return rows;
    }
}
