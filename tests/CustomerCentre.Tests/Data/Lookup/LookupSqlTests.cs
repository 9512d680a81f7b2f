using System.Text.RegularExpressions;
using CustomerCentre.Data;
using CustomerCentre.Data.Lookup;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CustomerCentre.Tests.Data.Lookup;

public sealed partial class LookupSqlTests
{
    public static TheoryData<string> Texts =>
        ["5000000016", "25313142", "CZ25313142", "777123456", "+420777123", "7K2M", LicenceNumber.New().Value, "novak", "novak jan brno", "jana@example.cz"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void SQL_Server_reads_every_search(string text)
    {
        using var db = Models.SqlServer();
        using var reader = new StringReader(Everything(db, text));
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        errors.Select(error => error.Message).ShouldBeEmpty();
        script.Batches.SelectMany(batch => batch.Statements).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task SQLite_walks_an_index_in_every_search_and_sorts_nothing_large(string text)
    {
        await using var world = new World();
        await world.Db(async db =>
        {
            if (db is not SqliteDb)
                return 0;
            foreach (var query in Everything(db, text).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var plan = await Plan(db, query);
                plan.ShouldNotBeEmpty();
                plan.Where(step => Scan().IsMatch(step) || step.Contains("TEMP B-TREE", StringComparison.Ordinal)).ShouldBeEmpty(query);
            }

            return 0;
        });
    }

    private static string Everything(CustomerCentreDb db, string text)
    {
        var typed = TypedSearch.Of(text);
        var batch = new LookupBatch(db);
        batch.Add(typed, 21);
        batch.AddNames(typed, 21);
        foreach (var areWhole in typed.Words.Count > 0 ? (bool[])[true, false] : [])
            batch.AddWords(typed.Words, 0, areWhole, 250, 21);
        return batch.Sql + string.Concat(typed.Words.Select(word => batch.CountOf(word, false, 250) + ";\n"));
    }

    private static async Task<List<string>> Plan(CustomerCentreDb db, string query)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {Parameter().Replace(query, "'X'")}";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(3));
        return steps;
    }

    // What a search has found is walked whole; a table never is.
    [GeneratedRegex("^SCAN (?!h$|d$|a$|alike$|seen$|CONSTANT ROW)")]
    private static partial Regex Scan();

    [GeneratedRegex(@"@p\d+")]
    private static partial Regex Parameter();
}
