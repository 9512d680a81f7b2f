using System.Net;

namespace CustomerCentre.Registers;

/// <summary>VAT numbers of the European Union (VIES). Asked only through <see cref="CompanyRegister"/>.</summary>
public sealed class ViesRegister(HttpClient http)
{
    private static readonly HashSet<string> Countries =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE",
        "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
    ];

    internal static bool Knows(string vatNumber) => vatNumber.Length is > 3 and <= 14 && Countries.Contains(vatNumber[..2]);

    /// <summary>What VIES says about a VAT number with its prefix.</summary>
    internal async Task<ViesResult> CheckAsync(string vatNumber, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "check-vat-number")
        {
            Content = JsonContent.Create(new ViesQuery(vatNumber[..2], vatNumber[2..])),
        };
        var reply = await RegisterReply.AskAsync(http, request, cancellationToken);
        // Its errors come with HTTP 200 and have no verdict; a state that cannot be reached has not said "invalid".
        return reply.Status == HttpStatusCode.OK && reply.Read<ViesResult>() is { Valid: not null, ActionSucceed: not false } result
            ? result with { Name = Disclosed(result.Name), Address = Disclosed(result.Address) }
            : throw reply.Unusable("an error");
    }

    private static string? Disclosed(string? text) => string.IsNullOrWhiteSpace(text) || text.Trim('-', ' ').Length == 0 ? null : text.Trim();
}

internal sealed record ViesQuery(string CountryCode, string VatNumber);

internal sealed record ViesResult(bool? Valid, string? Name, string? Address, bool? ActionSucceed);
