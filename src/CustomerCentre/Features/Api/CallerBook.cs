using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Data.Credentials;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace CustomerCentre.Features.Api;

/// <summary>The partner behind a token.</summary>
internal sealed record ApiCaller(Guid PartnerId, Guid SecretId, IReadOnlyCollection<string> Scopes, DateTimeOffset ExpiresAt)
{
    /// <summary>The partner's id as limits know it.</summary>
    public string Subject { get; } = PartnerId.ToString("n");
}

/// <summary>
/// Finds the partner behind a token. What OpenIddict found of a token holds until the token expires, so it is kept by the token's hash; whether its secret is
/// still accepted is asked each time.
/// </summary>
internal sealed class CallerBook(SecretBook secrets, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 4096;
    private const int MostKept = 5_000;
    private readonly ConcurrentDictionary<UInt128, ApiCaller> kept = new();

    /// <summary>The partner, or nothing when there is no token that is accepted.</summary>
    public async ValueTask<ApiCaller?> Find(HttpContext http)
    {
        string? header = http.Request.Headers.Authorization;
        if (header is not { Length: > 7 and < LongestToken } || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var (key, now) = (KeyOf(header), time.GetUtcNow());
        if (!kept.TryGetValue(key, out var caller))
        {
            caller = await Ask(http);
            if (caller is not null)
                Keep(key, caller, now);
        }

        return caller is not null && now < caller.ExpiresAt && await secrets.IsValid(caller.SecretId) ? caller : null;
    }

    private static async Task<ApiCaller?> Ask(HttpContext http)
    {
        // What the authentication of the portal's pipeline does first; the API stands before that pipeline.
        const string scheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;
        if (await http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>().GetHandlerAsync(http, scheme) is IAuthenticationRequestHandler handler)
            await handler.HandleRequestAsync();
        var ticket = await http.AuthenticateAsync(scheme);
        return ticket is { Succeeded: true, Principal: { } principal }
            && Guid.TryParse(principal.FindFirstValue(TokenClaims.Partner), out var partner) && Guid.TryParse(principal.FindFirstValue(TokenClaims.Secret), out var secret)
            && principal.GetExpirationDate() is { } expires
            ? new ApiCaller(partner, secret, [.. principal.GetScopes()], expires)
            : null;
    }

    private void Keep(UInt128 key, ApiCaller caller, DateTimeOffset now)
    {
        if (kept.Count >= MostKept)
        {
            foreach (var (other, _) in kept.Where(entry => entry.Value.ExpiresAt <= now))
                kept.TryRemove(other, out _);
        }

        // A flood of live tokens is not kept, only slower.
        if (kept.Count < MostKept)
            kept[key] = caller;
    }

    private static UInt128 KeyOf(string header)
    {
        Span<byte> bytes = stackalloc byte[LongestToken];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        // A header holds single bytes; anything else is no token and misses.
        var length = Encoding.UTF8.TryGetBytes(header, bytes, out var written) ? written : 0;
        SHA256.HashData(bytes[..length], hash);
        return BitConverter.ToUInt128(hash);
    }
}
