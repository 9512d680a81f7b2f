using System.Data.Common;
using System.Text;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Lookup;

/// <summary>
/// Several searches sent to the database at once, in plain ADO.NET: a search runs at every key. Each walks a range of an index and stops after so many rows.
/// Where the two databases speak differently, it is here.
/// </summary>
internal sealed class LookupBatch(CustomerCentreDb db)
{
    private readonly bool isSqlite = db is SqliteDb;
    private readonly DbCommand command = db.Database.GetDbConnection().CreateCommand();
    private readonly StringBuilder text = new();
    private readonly List<(LookupKind Kind, string? Typed)> searches = [];

    /// <summary>What would be sent.</summary>
    public string Sql => text.ToString();

    /// <summary>A value as a parameter.</summary>
    public string Value(string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    /// <summary>The condition that a column begins with a text.</summary>
    public string Begins(string column, string with) => $"{column} >= {Value(with)} AND {column} < {Value(After(with))}";

    /// <summary>The end of a query of which only the first rows are read, in the order of its index or as they come.</summary>
    public string First(int rows, string? orderedBy = null) => isSqlite
        ? $"{(orderedBy is null ? "" : $"ORDER BY {orderedBy} ")}LIMIT {rows}"
        : $"ORDER BY {orderedBy ?? "(SELECT NULL)"} OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY";

    /// <summary>The last characters of a column.</summary>
    public string End(string column, int length) => isSqlite ? $"substr({column}, -{length})" : $"RIGHT({column}, {length})";

    /// <summary>Adds a search for customers; <paramref name="hits"/> names Matched, CustomerId and IsOld.</summary>
    public void Customers(LookupKind kind, string? typed, string hits) => Add(kind, typed, $"""
        SELECT h.Matched, h.IsOld, cur.Number, c.Name, c.Kind, c.City, c.RegistrationNumber, NULL, NULL
        FROM ({hits}) AS h
        JOIN Customers AS c ON c.Id = h.CustomerId
        JOIN IssuedNumbers AS cur ON cur.CustomerId = c.Id AND cur.IsCurrent = 1;
        """);

    /// <summary>Adds a search for licences; <paramref name="hits"/> names Number, LicenceId and IsCurrent.</summary>
    public void Licences(string typed, string hits) => Add(LookupKind.LicenceNumber, typed, $"""
        SELECT h.Number, CASE WHEN h.IsCurrent = 1 THEN 0 ELSE 1 END, cur.Number, c.Name, c.Kind, c.City, c.RegistrationNumber, l.Id, p.Name
        FROM ({hits}) AS h
        JOIN Licences AS l ON l.Id = h.LicenceId
        JOIN Products AS p ON p.Id = l.ProductId
        LEFT JOIN Customers AS c ON c.Id = l.CustomerId
        LEFT JOIN IssuedNumbers AS cur ON cur.CustomerId = c.Id AND cur.IsCurrent = 1;
        """);

    /// <summary>Sends the searches and reads what they found.</summary>
    public async Task<List<LookupRow>> Read(CancellationToken cancellationToken)
    {
        var rows = new List<LookupRow>();
        if (searches.Count == 0)
            return rows;
        await using var reader = await Send(Sql, cancellationToken);
        foreach (var (kind, typed) in searches)
        {
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(Row(reader, kind, typed));
            await reader.NextResultAsync(cancellationToken);
        }

        return rows;
    }

    /// <summary>Sends one query of numbers and reads its only row.</summary>
    public async Task<List<int>> Numbers(IReadOnlyList<string> queries, CancellationToken cancellationToken)
    {
        await using var reader = await Send($"SELECT {string.Join(", ", queries.Select(query => $"({query})"))};", cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return [.. Enumerable.Range(0, queries.Count).Select(reader.GetInt32)];
    }

    /// <summary>The first text after all that begin with <paramref name="prefix"/>, byte by byte.</summary>
    private static string After(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        // There is no character between these two, only halves of characters.
        var next = runes[^1].Value == 0xD7FF ? 0xE000 : Math.Min(runes[^1].Value + 1, 0x10FFFF);
        return string.Concat(runes.Take(runes.Count - 1)) + new Rune(next);
    }

    private void Add(LookupKind kind, string? typed, string sql)
    {
        searches.Add((kind, typed));
        text.AppendLine(sql);
    }

    private async Task<DbDataReader> Send(string sql, CancellationToken cancellationToken)
    {
        command.CommandText = sql;
        return await command.ExecuteReaderAsync(cancellationToken);
    }

    private static LookupRow Row(DbDataReader reader, LookupKind kind, string? typed)
    {
        var matched = reader.GetString(0);
        var rank = typed is null ? LookupRank.Words : typed.Length == matched.Length ? LookupRank.Exact : LookupRank.Prefix;
        var (shown, length) = Shown(kind, matched, typed ?? "");
        return new(
            kind, rank, shown, length, reader.GetInt32(1) == 1, Text(reader, 2), Text(reader, 3), reader.IsDBNull(4) ? null : (CustomerKind)reader.GetInt32(4),
            Text(reader, 5), Text(reader, 6), reader.IsDBNull(7) ? null : Id(reader.GetValue(7)), Text(reader, 8));
    }

    // What is secret or may be a birth number goes no further than this.
    private static (string Shown, int Length) Shown(LookupKind kind, string matched, string typed) => kind switch
    {
        LookupKind.LicenceNumber => (matched[^LicenceNumber.GroupLength..], typed.EndsWith(matched[^LicenceNumber.GroupLength..], StringComparison.Ordinal) ? LicenceNumber.GroupLength : 0),
        LookupKind.VatNumber when VatNumber.FromStored(matched).MayHoldBirthNumber => ("", 0),
        _ => (matched, Math.Min(typed.Length, matched.Length)),
    };

    private static Guid Id(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
