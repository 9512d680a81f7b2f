using System.Net;
using System.Text.Json;
using Polly;
using Polly.Timeout;

namespace CustomerCentre.Registers;

/// <summary>A whole HTTP answer of a register, read to its end.</summary>
internal sealed record RegisterReply(HttpStatusCode Status, byte[] Body)
{
    public static async Task<RegisterReply> AskAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException e)
        {
            throw new RegisterOutageException($"no answer ({e.HttpRequestError})", isTransport: true, e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new RegisterOutageException("no answer in time", isTransport: true, e);
        }
        catch (ExecutionRejectedException e)
        {
            throw new RegisterOutageException("our own limit of requests", inner: e);
        }
    }

    /// <summary>Reads the bytes as UTF-8 whatever the header claims: RPO has sent a wrong charset.</summary>
    public T Read<T>() where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, JsonSerializerOptions.Web) ?? throw Unusable("an empty answer");
        }
        catch (JsonException)
        {
            throw Unusable("an answer that is not its JSON");
        }
    }

    public RegisterOutageException Unusable(string what) => new($"{what} (HTTP {(int)Status})");
}
