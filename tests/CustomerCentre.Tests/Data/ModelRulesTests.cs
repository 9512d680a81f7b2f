using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CustomerCentre.Tests.Data;

public sealed class ModelRulesTests
{
    private const int LongestClusteredKey = 900;
    private const int LongestKey = 1700;

    /// <summary>Texts whose length nobody can know, each on purpose.</summary>
    private static readonly string[] Endless =
        ["AspNetUserTokens.Value", "DataProtectionKeys.FriendlyName", "DataProtectionKeys.Xml", "Drafts.Answers", "Outbox.Html", "Outbox.Text", "SigningKeys.Sealed"];

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Deleting_never_spreads_by_itself(string provider)
    {
        using var db = Models.Of(provider);
        var keys = db.Design().GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).Where(key => !key.IsOwnership).ToList();
        keys.ShouldNotBeEmpty();
        keys.Where(key => key.DeleteBehavior != DeleteBehavior.NoAction).Select(key => key.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Every_foreign_key_can_be_searched_by_an_index(string provider)
    {
        using var db = Models.Of(provider);
        var tables = db.Design().GetRelationalModel().Tables.ToList();
        tables.SelectMany(table => table.ForeignKeyConstraints).ShouldNotBeEmpty();
        tables.SelectMany(table => table.ForeignKeyConstraints).Where(key => !Searchable(key)).Select(key => key.Name).ShouldBeEmpty();
    }

    [Fact]
    public void No_key_is_longer_than_SQL_Server_takes()
    {
        using var db = Models.SqlServer();
        var tables = db.Design().GetRelationalModel().Tables.ToList();
        var indexes = tables.SelectMany(table => table.Indexes).Select(index => (index.Name, Size: index.Columns.Sum(Bytes), Most: LongestKey));
        var keys = tables.SelectMany(table => table.UniqueConstraints).Select(key =>
            (key.Name, Size: key.Columns.Sum(Bytes), Most: IsClustered(key) ? LongestClusteredKey : LongestKey));
        var all = indexes.Concat(keys).ToList();
        all.ShouldNotBeEmpty();
        all.Where(key => key.Size > key.Most).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_has_a_longest_length_unless_on_purpose()
    {
        using var db = Models.SqlServer();
        var texts = db.Design().GetRelationalModel().Tables.SelectMany(table => table.Columns).Where(column => column.StoreType.StartsWith("nvarchar", StringComparison.Ordinal)).ToList();
        texts.ShouldNotBeEmpty();
        // OpenIddict keeps lists and settings as JSON of any length.
        texts.Where(column => column.StoreType == "nvarchar(max)" && !column.Table.Name.StartsWith("OpenIddict", StringComparison.Ordinal)).Select(column => $"{column.Table.Name}.{column.Name}").Order().ShouldBe(Endless);
    }

    [Fact]
    public void Numbers_are_compared_byte_by_byte_on_SQL_Server()
    {
        using var db = Models.SqlServer();
        Type[] numbers = [typeof(CustomerNumber), typeof(LicenceNumber), typeof(RegistrationNumber)];
        var columns = db.Design().GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => numbers.Contains(property.ClrType)).ToList();
        columns.Select(property => property.ClrType).Distinct().Count().ShouldBe(numbers.Length);
        columns.ShouldAllBe(property => property.GetCollation() == "Latin1_General_100_BIN2");
    }

    // A filtered index holds a part of the rows only.
    private static bool Searchable(IForeignKeyConstraint key) =>
        key.Table.Indexes.Where(index => index.Filter is null).Select(index => index.Columns).Concat(key.Table.UniqueConstraints.Select(unique => unique.Columns))
            .Any(columns => columns.Take(key.Columns.Count).SequenceEqual(key.Columns));

    private static bool IsClustered(IUniqueConstraint key) => key.GetIsPrimaryKey() && key.MappedKeys.All(mapped => mapped.IsClustered() != false);

    private static int Bytes(IColumn column) => column.StoreType.Split('(', ')', ',') switch
    {
        ["nvarchar" or "nchar", var length, ..] => 2 * int.Parse(length, System.Globalization.CultureInfo.InvariantCulture),
        ["varbinary" or "binary", var length, ..] => int.Parse(length, System.Globalization.CultureInfo.InvariantCulture),
        ["uniqueidentifier"] => 16,
        ["datetimeoffset", ..] => 10,
        ["bigint"] => 8,
        ["int"] => 4,
        ["date"] => 3,
        ["bit"] => 1,
        _ => throw new NotSupportedException($"How long is {column.StoreType}?"),
    };
}
