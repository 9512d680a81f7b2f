namespace CustomerCentre.Domain.Partners;

/// <summary>A partner as a client of the API: one OAuth client, whatever secrets it has.</summary>
public static class ApiClient
{
    /// <summary>Scope to check customers.</summary>
    public const string StatusScope = "status";

    /// <summary>Scope to read the partner's own licences.</summary>
    public const string StockScope = "stock";

    /// <summary>Every scope of the API.</summary>
    public static readonly IReadOnlyList<string> Scopes = [StatusScope, StockScope];

    private const string Prefix = "partner-";

    /// <summary>OAuth client id of a partner.</summary>
    public static string IdOf(Partner partner) => Prefix + partner.Code;

    /// <summary>Whether an OAuth client is a partner and not another service of the operator.</summary>
    public static bool Is(string? clientId) => clientId?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
