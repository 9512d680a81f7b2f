using System.Net;

namespace CustomerCentre.Registers;

/// <summary>The Slovak register of legal persons (Statistical Office). Asked only through <see cref="CompanyRegister"/>.</summary>
public sealed class RpoRegister(HttpClient http, TimeProvider time)
{
    /// <summary>The company of an IČO (8 digits), or null when the register has no such company.</summary>
    internal async Task<CompanyRecord?> FindAsync(string registrationNumber, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"search?identifier={registrationNumber}");
        var reply = await RegisterReply.AskAsync(http, request, cancellationToken);
        if (reply.Status != HttpStatusCode.OK)
        {
            throw reply.Unusable("an error");
        }

        var rows = reply.Read<RpoSearchResult>().Results ?? throw reply.Unusable("an answer without rows");
        // One number may have a dead and a living row; the living one speaks.
        return rows
            .Where(r => RpoMapping.IsAbout(r, registrationNumber))
            .OrderBy(r => r.Termination is not null)
            .Select(r => RpoMapping.ToCompany(r, registrationNumber, BusinessDay.On(time.GetUtcNow())))
            .FirstOrDefault();
    }
}
