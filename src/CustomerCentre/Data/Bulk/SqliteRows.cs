using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerCentre.Data.Bulk;

/// <summary>Writes rows with one prepared statement, bound by place: the provider's commands look each parameter up by its name, row after row.</summary>
internal static class SqliteRows
{
    /// <exception cref="SqliteException">The database refuses a row.</exception>
    public static void Insert(SqliteConnection connection, BulkTable table, IEnumerable<object> rows)
    {
        var db = connection.Handle!;
        var columns = table.Columns;
        var text = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, text, out var statement), db);
        using (statement)
        {
            foreach (var row in rows)
            {
                for (var place = 0; place < columns.Count; place++)
                    Bind(statement, place + 1, columns[place].Of(row));
                if (raw.sqlite3_step(statement) is var code && code != raw.SQLITE_DONE)
                    SqliteException.ThrowExceptionForRC(code, db);
                raw.sqlite3_reset(statement);
            }
        }
    }

    // As the provider writes them.
    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        int number => raw.sqlite3_bind_int(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        bool isTrue => raw.sqlite3_bind_int(statement, place, isTrue ? 1 : 0),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("O", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"SQLite is never given a {value.GetType()} here."),
    };
}
