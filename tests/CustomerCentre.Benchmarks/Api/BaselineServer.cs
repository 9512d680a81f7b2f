using System.Globalization;
using System.Text.Json.Serialization;
using CustomerCentre.Data.PartnerStatus;
using Microsoft.Data.Sqlite;

namespace CustomerCentre.Benchmarks.Api;

/// <summary>What the status API is measured by: a minimal API with the same two queries by raw ADO.NET, JSON without reflection, no token, no limit, no history.</summary>
internal static class BaselineServer
{
    public const string Endpoint = "/status";
    private static readonly byte[] Nobody = new byte[16];

    public static async Task Run(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, BaselineJson.Default));
        var app = builder.Build();
        app.MapPost(Endpoint, (BaselineRequest request) => Answer($"Data Source={database}", request));
        await app.RunAsync();
    }

    private static async Task<BaselineAnswer> Answer(string connectionString, BaselineRequest request)
    {
        var asked = request.Customers[0];
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var id = await Customer(connection, asked);
        var lines = await Lines(connection, id ?? Nobody, today);
        return new BaselineAnswer(TimeProvider.System.GetUtcNow(), [new BaselineCustomer(asked.CustomerId, id is not null, lines)]);
    }

    private static async Task<byte[]?> Customer(SqliteConnection connection, BaselinePair asked)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StatusQueries.Customers(1);
        command.Parameters.AddWithValue(StatusQueries.Name(0), asked.CustomerId);
        command.Parameters.AddWithValue("@partner", Nobody);
        command.Parameters.AddWithValue("@now", TimeProvider.System.GetUtcNow().UtcTicks);
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() && row.GetString(3) == asked.RegistrationNumber ? row.GetFieldValue<byte[]>(1) : null;
    }

    private static async Task<List<BaselineLine>> Lines(SqliteConnection connection, byte[] customer, DateOnly today)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StatusQueries.Licences(1);
        command.Parameters.AddWithValue(StatusQueries.Name(0), customer);
        var until = new SortedDictionary<string, DateOnly?>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var line = row.GetString(2);
            until.TryAdd(line, null);
            if (row.IsDBNull(9) || row.GetFieldValue<DateOnly>(9) > today || row.GetFieldValue<DateOnly>(10) < today)
                continue;
            until[line] = row.GetFieldValue<DateOnly>(10);
        }

        return [.. until.Select(line => new BaselineLine(line.Key, line.Value is not null, line.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
    }
}

internal sealed record BaselineRequest(string Purpose, List<BaselinePair> Customers);

internal sealed record BaselinePair(string CustomerId, string RegistrationNumber);

internal sealed record BaselineAnswer(DateTimeOffset AsOf, List<BaselineCustomer> Customers);

internal sealed record BaselineCustomer(string CustomerId, bool Registered, List<BaselineLine> ProductLines);

internal sealed record BaselineLine(string Line, bool Entitled, string? Until);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BaselineRequest))]
[JsonSerializable(typeof(BaselineAnswer))]
internal sealed partial class BaselineJson : JsonSerializerContext;
