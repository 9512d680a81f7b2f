using CustomerCentre.Data.Mapping;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Data.Lookup;

/// <summary>The search of each kind but names: a walk along the beginning of a range of an index.</summary>
internal static class LookupSearches
{
    private const int MostSuchEnds = 300;
    private const int MostSuchAccounts = 100;
    private const int MostGuessedEmails = 5;

    public static void Add(this LookupBatch batch, TypedSearch typed, int most)
    {
        if (typed.Number is { } number)
            batch.Number(number, most);
        if (typed.RegistrationNumber is { } register)
            batch.Customers(LookupKind.RegistrationNumber, register, Same(batch, "RegistrationNumber", [register], most));
        if (typed.VatNumbers is [var vat, ..] vats)
            batch.Customers(LookupKind.VatNumber, vat, Same(batch, "VatNumber", vats, most));
        if (typed.TaxNumber is { } tax)
            batch.Customers(LookupKind.VatNumber, tax, Same(batch, "TaxNumber", [tax], most));
        foreach (var phone in typed.Phones)
            batch.Customers(LookupKind.Phone, phone, $"SELECT Phone AS Matched, CustomerId, 0 AS IsOld FROM Contacts WHERE {batch.Begins("Phone", phone)} {batch.First(most, "Phone")}");
        foreach (var licence in typed.LicenceNumbers)
            batch.Licence(licence, most);
        if (typed.Email is { } email)
            batch.Email(email, email.Contains('@') ? most : MostGuessedEmails);
    }

    private static void Number(this LookupBatch batch, string number, int most) => batch.Customers(LookupKind.CustomerNumber, number, $"""
        SELECT Number AS Matched, CustomerId, CASE WHEN IsCurrent = 1 THEN 0 ELSE 1 END AS IsOld
        FROM IssuedNumbers WHERE {batch.Begins("Number", number)} {batch.First(most, "Number")}
        """);

    private static string Same(LookupBatch batch, string column, IReadOnlyList<string> values, int most) =>
        $"SELECT {column} AS Matched, Id AS CustomerId, 0 AS IsOld FROM Customers WHERE {column} IN ({string.Join(", ", values.Select(batch.Value))}) {batch.First(most, column)}";

    private static void Licence(this LookupBatch batch, string piece, int most)
    {
        const string Columns = "SELECT Number, LicenceId, IsCurrent FROM LicenceNumbers WHERE";
        batch.Licences(piece, $"{Columns} {batch.Begins("Number", piece)} {batch.First(most, "Number")}");
        if (piece.Length == LicenceNumber.GroupLength)
        {
            string[] groups = [LicenceMapping.LastGroup, LicenceMapping.SecondGroup, LicenceMapping.ThirdGroup];
            foreach (var group in groups)
                batch.Licences(piece, $"{Columns} {group} = {batch.Value(piece)} {batch.First(most, group)}");
        }
        else
        {
            // Of those that end with the same four characters, few end with all that was typed.
            var alike = $"{Columns} {LicenceMapping.LastGroup} = {batch.Value(piece[^LicenceNumber.GroupLength..])} {batch.First(MostSuchEnds, LicenceMapping.LastGroup)}";
            batch.Licences(piece, $"SELECT Number, LicenceId, IsCurrent FROM ({alike}) AS alike WHERE {batch.End("Number", piece.Length)} = {batch.Value(piece)} {batch.First(most)}");
        }
    }

    private static void Email(this LookupBatch batch, string email, int most)
    {
        batch.Customers(LookupKind.Email, email, $"""
            SELECT Email AS Matched, CustomerId, 0 AS IsOld
            FROM Contacts WHERE {batch.Begins("NormalizedEmail", email)} {batch.First(most, "NormalizedEmail")}
            """);
        // Most accounts may act for somebody; those that may not must not be walked through without end.
        var accounts = $"SELECT Id, Email, NormalizedEmail FROM Accounts WHERE {batch.Begins("NormalizedEmail", email)} {batch.First(MostSuchAccounts, "NormalizedEmail")}";
        batch.Customers(LookupKind.Email, email, $"""
            SELECT a.Email AS Matched, m.CustomerId, 0 AS IsOld
            FROM ({accounts}) AS a JOIN Members AS m ON m.AccountId = a.Id {batch.First(most)}
            """);
    }
}
