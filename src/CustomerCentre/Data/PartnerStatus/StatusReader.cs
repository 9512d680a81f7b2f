using System.Data.Common;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>
/// An open connection with its commands, which stay prepared. Two queries answer any number of pairs, and the second runs also for pairs that do not hold,
/// so that these cost what an unknown number costs.
/// </summary>
internal sealed class StatusReader(DbConnection connection) : IAsyncDisposable
{
    private readonly Dialect dialect = Dialect.Of(connection);
    private readonly Dictionary<int, DbCommand> customers = [];
    private readonly Dictionary<int, DbCommand> licences = [];

    private const string Greeting = "PRAGMA busy_timeout = 10000; PRAGMA query_only = ON;";

    public static async Task<StatusReader> Open(DbConnection connection, CancellationToken cancellationToken)
    {
        await RawDatabase.Open(connection, Greeting, cancellationToken);
        return new StatusReader(connection);
    }

    /// <summary>Finds the customer of each pair that holds.</summary>
    public async Task Find(IReadOnlyList<AskedPair> pairs, Guid partnerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var command = CommandFor(customers, StatusQueries.LengthFor(pairs.Count), StatusQueries.Customers);
        for (var i = 0; i < command.Parameters.Count - 2; i++)
            command.Parameters[i].Value = pairs[Math.Min(i, pairs.Count - 1)].Number;
        command.Parameters[^2].Value = dialect.From(partnerId);
        command.Parameters[^1].Value = dialect.From(now);

        var found = new Dictionary<string, FoundCustomer>(pairs.Count, StringComparer.Ordinal);
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
                Add(found, row);
        }

        foreach (var pair in pairs)
            pair.Customer = found.GetValueOrDefault(pair.Number) is { } customer && customer.Answers(pair.Typed.RegistrationNumber) ? customer : null;
    }

    /// <summary>The product lines of customers with their support. An id of nobody costs a look-up too.</summary>
    public async Task<Dictionary<Guid, IReadOnlyList<PartnerEntitlement>>> Lines(IReadOnlyList<Guid> customerIds, DateOnly day, CancellationToken cancellationToken)
    {
        var command = CommandFor(licences, StatusQueries.LengthFor(customerIds.Count), StatusQueries.Licences);
        for (var i = 0; i < command.Parameters.Count; i++)
            command.Parameters[i].Value = dialect.From(customerIds[Math.Min(i, customerIds.Count - 1)]);

        var lines = new LineCollector(day);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            lines.Add(dialect, row);
        return lines.Finish();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private void Add(Dictionary<string, FoundCustomer> found, DbDataReader row)
    {
        // Several grants to one partner give several rows: together they show what each shows.
        if (!found.TryGetValue(row.GetString(0), out var customer))
        {
            found[row.GetString(0)] = customer = new FoundCustomer
            {
                Id = dialect.ReadId(row, 1),
                Country = row.GetString(2),
                RegistrationNumber = Dialect.ReadText(row, 3),
                Kind = (CustomerKind)row.GetInt32(4),
                PartnerChecks = row.IsDBNull(5) ? null : row.GetBoolean(5),
            };
        }

        customer.ShowsLicenceNumbers |= Dialect.ReadFlag(row, 6);
        customer.ShowsContacts |= Dialect.ReadFlag(row, 7);
    }

    private DbCommand CommandFor(Dictionary<int, DbCommand> known, int length, Func<int, string> text)
    {
        if (known.TryGetValue(length, out var command))
            return command;
        command = connection.CreateCommand();
        command.CommandText = text(length);
        for (var i = 0; i < length; i++)
            command.Parameters.Add(Parameter(command, StatusQueries.Name(i)));
        if (known == customers)
        {
            command.Parameters.Add(Parameter(command, "@partner"));
            command.Parameters.Add(Parameter(command, "@now"));
        }

        return known[length] = command;
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }
}
