namespace CustomerCentre.Data.PartnerStatus;

/// <summary>The two queries of a status, alike on both databases. Lists are padded to one of a few lengths, so that few statements are ever prepared.</summary>
internal static class StatusQueries
{
    /// <summary>Most customers of one read.</summary>
    public const int Most = 500;

    private static readonly int[] Lengths = [1, 25, Most];

    /// <summary>The customers that numbers lead to, today's or earlier ones, with what they say of partners' checks and grant this partner.</summary>
    public static string Customers(int length) => $"""
        SELECT n.Number, c.Id, c.Country, c.RegistrationNumber, c.Kind, c.PartnerChecks, g.ShowsLicenceNumbers, g.ShowsContacts
        FROM IssuedNumbers n
        JOIN Customers c ON c.Id = n.CustomerId
        LEFT JOIN PartnerGrants g ON g.CustomerId = c.Id AND g.PartnerId = @partner AND g.RevokedAt IS NULL AND g.Until > @now
        WHERE n.Number IN ({Names(length)})
        """;

    /// <summary>Everything the engine has to know of the licences of customers, a row for each support period.</summary>
    public static string Licences(int length) => $"""
        SELECT l.CustomerId, l.Id, p.Line, l.State, l.EndedOn, b.CustomerId, b.State, b.EndedOn, l.BaseLicenceId, s."From", s.Until
        FROM Licences l
        JOIN Products p ON p.Id = l.ProductId
        LEFT JOIN Licences b ON b.Id = l.BaseLicenceId
        LEFT JOIN SupportPeriods s ON s.LicenceId = COALESCE(l.BaseLicenceId, l.Id)
        WHERE l.CustomerId IN ({Names(length)})
        ORDER BY l.CustomerId, l.Id
        """;

    public static int LengthFor(int count) => Lengths.First(length => length >= count);

    public static string Name(int index) => $"@p{index}";

    private static string Names(int length) => string.Join(", ", Enumerable.Range(0, length).Select(Name));
}
