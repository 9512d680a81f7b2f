using System.Data.Common;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>
/// Writes partners' checks into the customers' history. Whoever asks waits until it is there; all that wait at a moment share one transaction, because
/// making it durable costs more than the rows.
/// </summary>
internal sealed class CheckLog(IServiceScopeFactory scopes)
{
    private const string Insert = """
        INSERT INTO PartnerChecks (Id, CustomerId, PartnerId, AccountId, Channel, Purpose, At)
        SELECT @Id, @CustomerId, @PartnerId, @AccountId, @Channel, @Purpose, @At WHERE NOT EXISTS (SELECT 1 FROM PartnerChecks WHERE Id = @Id)
        """;

    private readonly Lock gate = new();
    private List<Waiting> queue = [];
    private bool isWriting;

    /// <summary>Answers when the checks are written for good. One that is there already stays as it is.</summary>
    public Task Write(IReadOnlyList<PartnerCheck> checks)
    {
        var waiting = new Waiting(checks, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            queue.Add(waiting);
            if (isWriting)
                return waiting.Done.Task;
            isWriting = true;
        }

        _ = Task.Run(WriteQueue);
        return waiting.Done.Task;
    }

    private async Task WriteQueue()
    {
        while (TakeQueue() is { } batch)
        {
            try
            {
                await Commit(batch);
                batch.ForEach(waiting => waiting.Done.SetResult());
            }
            catch (Exception exception)
            {
                // Nobody gets an answer that is not in the history.
                batch.ForEach(waiting => waiting.Done.TrySetException(exception));
            }
        }
    }

    private List<Waiting>? TakeQueue()
    {
        lock (gate)
        {
            isWriting = queue.Count > 0;
            var taken = queue;
            queue = [];
            return isWriting ? taken : null;
        }
    }

    private async Task Commit(List<Waiting> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        await db.InTransaction(async token =>
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Insert;
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var write = new CheckParameters(command);
            foreach (var check in batch.SelectMany(waiting => waiting.Checks))
            {
                write.Set(check);
                await command.ExecuteNonQueryAsync(token);
            }

            return true;
        }, CancellationToken.None);
    }

    private sealed record Waiting(IReadOnlyList<PartnerCheck> Checks, TaskCompletionSource Done);

    private sealed class CheckParameters
    {
        private readonly Dialect dialect;
        private readonly DbParameter[] parameters;

        public CheckParameters(DbCommand command)
        {
            dialect = Dialect.Of(command.Connection!);
            string[] names = ["@Id", "@CustomerId", "@PartnerId", "@AccountId", "@Channel", "@Purpose", "@At"];
            parameters = [.. names.Select(name =>
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
                return parameter;
            })];
        }

        public void Set(PartnerCheck check)
        {
            object[] values =
            [
                dialect.From(check.Id), dialect.From(check.CustomerId), dialect.From(check.PartnerId), check.AccountId is { } account ? dialect.From(account) : DBNull.Value,
                (int)check.Channel, (int)check.Purpose, dialect.From(check.At),
            ];
            for (var i = 0; i < values.Length; i++)
                parameters[i].Value = values[i];
        }
    }
}
