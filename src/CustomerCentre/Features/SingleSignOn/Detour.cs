using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerCentre.Features.SingleSignOn;

/// <summary>What a person did on the way of a request to sign in, so that it is not asked twice. Only this site can write one.</summary>
/// <param name="At">When the person was sent off.</param>
/// <param name="SessionId">The session that was not proof enough; a newer one is.</param>
/// <param name="Consents">Whether the person agreed just now.</param>
/// <param name="Refuses">Whether the person refused just now.</param>
public sealed record Detour(DateTimeOffset At, Guid? SessionId = null, bool Consents = false, bool Refuses = false)
{
    /// <summary>Name of the parameter that carries it beside those of the protocol.</summary>
    public const string Parameter = "detour";
}

/// <summary>Writes and reads detours.</summary>
public sealed class Detours(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector protector = protection.CreateProtector("Detour");

    /// <summary>The address of a request to sign in with the detour on it, in place of an earlier one.</summary>
    public string Carry(string address, Detour detour) => QueryHelpers.AddQueryString(Without(address), Detour.Parameter, protector.Protect(JsonSerializer.Serialize(detour)));

    /// <summary>The detour an address carries; null when there is none, it is old or altered.</summary>
    public Detour? In(string address)
    {
        try
        {
            var query = QueryHelpers.ParseQuery(address.Split('?', 2)[^1]);
            var detour = query.TryGetValue(Detour.Parameter, out var value) ? JsonSerializer.Deserialize<Detour>(protector.Unprotect(value.ToString())) : null;
            return detour is not null && time.GetUtcNow() - detour.At < Lasts ? detour : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static string Without(string address)
    {
        if (address.Split('?', 2) is not [var path, var query])
            return address;
        var kept = QueryHelpers.ParseQuery(query).Where(parameter => parameter.Key != Detour.Parameter);
        return path + QueryString.Create(kept);
    }
}
