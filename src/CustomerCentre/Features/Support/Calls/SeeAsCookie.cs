using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>Lets an agent see one customer as its people do, in this browser, in this session and for a short time. Encrypted, so nobody writes one.</summary>
public sealed class SeeAsCookie(IDataProtectionProvider protection)
{
    public const string Name = "__Host-see-as";
    private readonly IDataProtector protector = protection.CreateProtector("SeeAs");

    /// <param name="SessionId">The agent's session: in another one the cookie is worth nothing.</param>
    /// <param name="MemberAccountId">Through whose eyes.</param>
    public sealed record Pass(Guid SessionId, Guid CustomerId, string CustomerNumber, Guid MemberAccountId, DateTimeOffset Until);

    public void Write(HttpContext http, Pass pass) =>
        http.Response.Cookies.Append(Name, protector.Protect(JsonSerializer.Serialize(pass)), Options);

    public void Delete(HttpContext http) => http.Response.Cookies.Delete(Name, Options);

    /// <summary>What the browser carries; null when there is nothing or it was altered.</summary>
    public Pass? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { } value ? JsonSerializer.Deserialize<Pass>(protector.Unprotect(value)) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    // It lasts as long as the window of the browser; when it is over stands inside.
    private static CookieOptions Options => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
