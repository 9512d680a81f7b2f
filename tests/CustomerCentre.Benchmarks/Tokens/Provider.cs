using System.Text.Json;
using CustomerCentre.Benchmarks.Api;

namespace CustomerCentre.Benchmarks.Tokens;

/// <summary>
/// A provider of tokens as its clients see it: many of them ask at a time. The portal limits what comes from one network, so they come from many, as partners and
/// services do; each network stays within its limit.
/// </summary>
internal sealed class Provider(ServerProcess server, Dictionary<string, string> client) : IDisposable
{
    public const int AtOnce = 16;
    private const int PerNetwork = 25;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
    private readonly List<string> refreshTokens = [];
    private int asked;

    public ServerProcess Server => server;

    /// <summary>Asks so often for a token of the client itself.</summary>
    public Task GiveClientTokens(int times) => Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        await Ask(new() { ["grant_type"] = "client_credentials" }));

    /// <summary>Begins chains of refresh tokens, one for each that asks at a time.</summary>
    /// <param name="begin">Gives the parameters that a first refresh token is asked for with.</param>
    public async Task Begin(Func<Task<Dictionary<string, string>>> begin)
    {
        while (refreshTokens.Count < AtOnce)
            refreshTokens.Add(RefreshTokenIn(await Ask(await begin())));
    }

    /// <summary>Refreshes so often, each chain one token after another.</summary>
    public Task Refresh(int times) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(chain => Task.Run(async () =>
    {
        for (var done = chain; done < times; done += AtOnce)
            refreshTokens[chain] = RefreshTokenIn(await Ask(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshTokens[chain] }));
    })));

    /// <summary>Sends something from outside, by way of the proxy.</summary>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        var network = Interlocked.Increment(ref asked) / PerNetwork;
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", FormattableString.Invariant($"2001:db8:{network >> 16:x}:{network & 0xffff:x}::1"));
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> Ask(Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(form.Concat(client)) };
        using var response = await Send(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return response.IsSuccessStatusCode && answer.TryGetProperty("access_token", out _) ? answer : throw new InvalidOperationException($"No token: {answer}");
    }

    private static string RefreshTokenIn(JsonElement answer) =>
        answer.TryGetProperty("id_token", out _) ? answer.GetProperty("refresh_token").GetString()! : throw new InvalidOperationException("A refresh tells who it is about.");
}
