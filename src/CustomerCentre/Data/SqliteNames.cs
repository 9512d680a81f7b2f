using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerCentre.Data;

/// <summary>SQLite knows no language, so every connection is taught how names are ordered: by letters, not by bytes.</summary>
internal sealed class SqliteNames : DbConnectionInterceptor
{
    public const string Collation = "CZECH";

    private static readonly CompareInfo Czech = CultureInfo.GetCultureInfo("cs").CompareInfo;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Teach(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Teach(connection);
        return Task.CompletedTask;
    }

    private static void Teach(DbConnection connection) =>
        ((SqliteConnection)connection).CreateCollation(Collation, (one, other) => Czech.Compare(one, other, CompareOptions.IgnoreCase));
}
