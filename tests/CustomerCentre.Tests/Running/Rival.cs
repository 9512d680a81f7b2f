using System.Data.Common;
using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerCentre.Tests.Running;

/// <summary>
/// Another node that commits its work just before a certain command of ours. SQLite lets nobody write beside us, so it works on our own connection: what SQL Server
/// would show us from then on, we see here too. When our transaction is done again, its work is gone with the first one.
/// </summary>
/// <param name="before">A part of the command it is faster than.</param>
public sealed class Rival(string before) : DbCommandInterceptor
{
    /// <summary>What the other node does, once.</summary>
    public Func<CustomerCentreDb, CancellationToken, Task>? Work { get; set; }

    public bool HasWorked { get; private set; }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Go(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Go(command, eventData, cancellationToken);
        return result;
    }

    private async Task Go(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken)
    {
        if (HasWorked || Work is null || !command.CommandText.Contains(before, StringComparison.Ordinal))
            return;
        HasWorked = true;
        await Work((CustomerCentreDb)eventData.Context!, cancellationToken);
    }
}
