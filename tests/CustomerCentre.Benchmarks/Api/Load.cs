using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CustomerCentre.Benchmarks.Api;

/// <summary>Partners' programs: each connection asks for one pair after another.</summary>
internal sealed class Load(ApiData data) : IDisposable
{
    public const string Endpoint = "/api/v1/customers/status";
    private const int Connections = 64;
    private readonly SocketsHttpHandler sockets = new() { MaxConnectionsPerServer = Connections };
    private string token = "";

    public async Task GetToken(ServerProcess portal)
    {
        using var http = Client(portal);
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = data.ClientId, ["client_secret"] = data.Secret };
        var answer = await (await http.PostAsync("/connect/token", new FormUrlEncodedContent(form))).Content.ReadFromJsonAsync<JsonElement>();
        token = answer.GetProperty("access_token").GetString()!;
    }

    /// <summary>Sends so many requests and makes sure that each was answered.</summary>
    public async Task Send(ServerProcess server, string path, int requests)
    {
        using var http = Client(server);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < requests;)
                await Ask(http, path, data.Pairs[n * 7919 % data.Pairs.Count]);
        })));
    }

    public void Dispose() => sockets.Dispose();

    private static async Task Ask(HttpClient http, string path, (string Number, string Register) pair)
    {
        var body = $$"""{"purpose":"Support","customers":[{"customerId":"{{pair.Number}}","registrationNumber":"{{pair.Register}}"}]}""";
        using var answer = await http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (!text.Contains("\"registered\":true", StringComparison.Ordinal) || !text.Contains("\"entitled\":true", StringComparison.Ordinal))
            throw new InvalidOperationException($"An unexpected answer: {text}");
    }

    private HttpClient Client(ServerProcess server) => new(sockets, disposeHandler: false) { BaseAddress = server.Address };
}
