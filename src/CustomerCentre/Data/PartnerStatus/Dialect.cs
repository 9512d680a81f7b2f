using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>How the two databases keep ids and times, for what is read and written without EF. The same as in <c>Mapping/ValueConversions</c>.</summary>
internal sealed class Dialect
{
    private readonly bool isSqlite;

    private Dialect(bool isSqlite) => this.isSqlite = isSqlite;

    public static Dialect Of(DbConnection connection) => new(connection is SqliteConnection);

    public object From(Guid id) => isSqlite ? id.ToByteArray(bigEndian: true) : id;

    public object From(DateTimeOffset time) => isSqlite ? time.UtcTicks : time;

    public Guid ReadId(DbDataReader row, int column) => isSqlite ? new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true) : row.GetGuid(column);

    public static DateOnly? ReadDay(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    public static string? ReadText(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static bool ReadFlag(DbDataReader row, int column) => !row.IsDBNull(column) && row.GetBoolean(column);
}
