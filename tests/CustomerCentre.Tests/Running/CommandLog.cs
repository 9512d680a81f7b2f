using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CustomerCentre.Tests.Running;

/// <summary>Remembers what was sent to the database and in which order.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    public ConcurrentQueue<string> Sent { get; } = [];

    /// <summary>The place of the first command with this part.</summary>
    public int PlaceOf(string part) => Sent.Index().First(command => command.Item.Contains(part, StringComparison.Ordinal)).Index;

    /// <summary>How many commands had this part; more than one of a kind that is sent once shows that a transaction was done again.</summary>
    public int CountOf(string part) => Sent.Count(command => command.Contains(part, StringComparison.Ordinal));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Sent.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Sent.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
