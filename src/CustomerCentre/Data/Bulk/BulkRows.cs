using System.Data;

namespace CustomerCentre.Data.Bulk;

/// <summary>Rows as SqlBulkCopy reads them.</summary>
internal sealed class BulkRows : DataTable
{
    public BulkRows(BulkTable table, List<object> rows)
    {
        foreach (var column in table.Columns)
            Columns.Add(column.Name, column.Type);
        foreach (var row in rows)
            Rows.Add([.. table.Columns.Select(column => column.Of(row) ?? DBNull.Value)]);
    }
}
