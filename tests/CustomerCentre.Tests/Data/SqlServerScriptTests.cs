using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CustomerCentre.Tests.Data;

/// <summary>What is proven of SQL Server without one: its own parser and its own model builder accept every statement of the migrations.</summary>
public sealed class SqlServerScriptTests
{
    [Fact]
    public void Every_statement_is_one_that_SQL_Server_reads()
    {
        using var db = Models.SqlServer();
        // Not the idempotent script: that one hides statements in strings, where no parser sees them.
        var statements = Statements(db.GetService<IMigrator>().GenerateScript());
        statements.Count(statement => statement is CreateTableStatement).ShouldBe(Tables(db).Count());
        statements.ShouldNotContain(statement => statement is DropTableStatement || statement is DeleteStatement || statement is TruncateTableStatement);
    }

    [Fact]
    public void The_model_is_a_valid_database_with_every_table_and_index()
    {
        using var db = Models.SqlServer();
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        // What the migrations lead to, which a test of its own proves, in the declarative words that the model builder takes.
        foreach (var statement in Statements(db.Database.GenerateCreateScript()))
            model.AddObjects(TextOf(statement));

        model.Validate().Select(message => message.ToString()).ShouldBeEmpty();
        Count(model, Table.TypeClass).ShouldBe(Tables(db).Count());
        Count(model, Microsoft.SqlServer.Dac.Model.Index.TypeClass).ShouldBe(Tables(db).Sum(table => table.Indexes.Count()));
        Count(model, ForeignKeyConstraint.TypeClass).ShouldBe(Tables(db).Sum(table => table.ForeignKeyConstraints.Count()));
    }

    private static List<TSqlStatement> Statements(string script)
    {
        using var reader = new StringReader(script);
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        errors.Select(error => $"{error.Line}: {error.Message}").ShouldBeEmpty();
        return [.. parsed.Batches.SelectMany(batch => batch.Statements)];
    }

    /// <summary>The list of migrations that were run, and the transactions around each.</summary>
    private static bool IsBookkeeping(TSqlStatement statement) => statement is BeginTransactionStatement or CommitTransactionStatement
        || (statement is IfStatement or InsertStatement && TextOf(statement).Contains("[__EFMigrationsHistory]", StringComparison.Ordinal));

    private static string TextOf(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));

    private static int Count(TSqlModel model, ModelTypeClass type) => model.GetObjects(DacQueryScopes.UserDefined, type).Count();

    private static IEnumerable<Microsoft.EntityFrameworkCore.Metadata.ITable> Tables(CustomerCentreDb db) => db.Design().GetRelationalModel().Tables;
}
