using System.Data;

namespace CustomerCentre.Data.Bulk;

/// <summary>Rows as SqlBulkCopy reads them, which knows days only as points in time.</summary>
internal sealed class BulkRows : DataTable
{
    public BulkRows(BulkTable table, List<object> rows)
    {
        foreach (var column in table.Columns)
            Columns.Add(column.Name, column.Type == typeof(DateOnly) ? typeof(DateTime) : column.Type);
        foreach (var row in rows)
            Rows.Add([.. table.Columns.Select(column => Known(column.Of(row)))]);
    }

    private static object Known(object? value) => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value ?? DBNull.Value;
}
