using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>Fills a SQLite file by raw SQL in one go: quick, and only for measuring reads.</summary>
internal delegate void Insertion(params object?[] values);

internal sealed class Filler(SqliteConnection connection, FilledWorld world)
{
    private const int Accounts = 1, CustomersTable = 2, Contacts = 3, Members = 4, LicencesTable = 5, Products = 6;
    private static readonly byte[] Version = new byte[16];

    public static async Task Fill(string path, FilledWorld world)
    {
        var options = (DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().UseEmbedded($"Data Source={path}").Options;
        await using (var db = new SqliteDb(options))
            await db.Database.MigrateAsync();
        // A pooled connection keeps the file open, and the journal is taken away only from a file that nobody else has.
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={path};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync();
        new Filler(connection, world).Fill();
        SqliteConnection.ClearAllPools();
    }

    private void Fill()
    {
        Do("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;");
        var indexes = Texts("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Customers', 'Contacts', 'Accounts', 'Members', 'IssuedNumbers', 'CustomerWords', 'Licences', 'LicenceNumbers')");
        var remade = indexes.ConvertAll(name => Texts($"SELECT sql FROM sqlite_master WHERE name = '{name}'")[0]);
        indexes.ForEach(name => Do($"DROP INDEX \"{name}\""));
        using (var transaction = connection.BeginTransaction())
        {
            People();
            Words();
            Licences();
            transaction.Commit();
        }

        remade.ForEach(Do);
        Do("PRAGMA journal_mode = WAL;");
    }

    private void People()
    {
        var customer = Insert("Customers", "Id, Kind, Country, Name, NameKey, RegistrationNumber, VatNumber, City, OpenedAt, Version, Check_Verification", 11);
        var number = Insert("IssuedNumbers", "Number, CustomerId, IsCurrent, Since", 4);
        var contact = Insert("Contacts", "Id, CustomerId, Email, NormalizedEmail, Phone", 5);
        var account = Insert("Accounts", "Id, Language, CreatedAt, IsDemo, Email, NormalizedEmail, EmailConfirmed, PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount", 11);
        var member = Insert("Members", "Id, CustomerId, AccountId, Role, Since", 5);
        for (var i = 0; i < world.Customers; i++)
        {
            var (id, name, email) = (FilledWorld.Id(CustomersTable, i), FilledWorld.Name(i), FilledWorld.Email(i));
            var register = i % 5 < 4 ? FilledWorld.Register(i) : null;
            customer(id, FilledWorld.IsCompany(i) ? 0 : register is null ? 3 : 1, "CZ", name, SearchText.Normalize(name), register, FilledWorld.IsCompany(i) ? "CZ" + register : null, FilledNames.City(new Dice((ulong)i)), 0L, Version, 0);
            number(FilledWorld.Number(i), id, 1, 0L);
            contact(FilledWorld.Id(Contacts, i), id, email, email.ToUpperInvariant(), FilledWorld.Phone(i));
            if (i % 3 > 0)
                continue;
            var mine = $"m.{email}";
            account(FilledWorld.Id(Accounts, i), "cs", 0L, 0, mine, mine.ToUpperInvariant(), 1, 0, 0, 0, 0);
            member(FilledWorld.Id(Members, i), id, FilledWorld.Id(Accounts, i), 0, 0L);
        }
    }

    private void Words()
    {
        var words = new List<(string Word, int Customer)>();
        for (var i = 0; i < world.Customers; i++)
            words.AddRange(SearchText.Words(FilledWorld.Name(i)).Select(word => (word, i)));
        words.Sort((a, b) => string.CompareOrdinal(a.Word, b.Word) is var order and not 0 ? order : a.Customer - b.Customer);
        var insert = Insert("CustomerWords", "Word, CustomerId", 2);
        words.ForEach(word => insert(word.Word, FilledWorld.Id(CustomersTable, word.Customer)));
    }

    private void Licences()
    {
        var product = FilledWorld.Id(Products, 0);
        Insert("Products", "Id, Code, Name, Line", 4)(product, "PH-J", "POHODA Jazz", "POHODA");
        var licence = Insert("Licences", "Id, ProductId, Kind, Quantity, State, CustomerId, Version", 7);
        for (var i = 0; i < world.Licences; i++)
        {
            var isBound = i % 10 > 0;
            licence(FilledWorld.Id(LicencesTable, i), product, 0, 1, isBound ? 2 : 1, isBound ? FilledWorld.Id(CustomersTable, i % world.Customers) : null, Version);
        }

        var number = Insert("LicenceNumbers", "Number, LicenceId, IsCurrent, Since", 4);
        for (var i = 0; i < world.Licences + (world.Licences / 10); i++)
            number(world.LicenceNumber(i), FilledWorld.Id(LicencesTable, world.LicenceOf(i)), i < world.Licences ? 1 : 0, 0L);
    }

    private Insertion Insert(string table, string columns, int count)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@p{i}"))})";
        for (var i = 0; i < count; i++)
            command.Parameters.AddWithValue($"@p{i}", DBNull.Value);
        return values =>
        {
            for (var i = 0; i < count; i++)
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        };
    }

    private void Do(string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        command.ExecuteNonQuery();
    }

    private List<string> Texts(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
