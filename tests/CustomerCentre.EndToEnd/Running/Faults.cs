using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>What went wrong in a browser without the page showing it; a journey fails on any that was not expected.</summary>
public sealed class Faults
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentQueue<string> expected = new();
    private readonly ConcurrentQueue<string> sites = new();
    private readonly RunningApp app;

    internal Faults(IBrowserContext context, RunningApp app)
    {
        this.app = app;
        context.Console += (_, message) => OnConsole(message);
        context.WebError += (_, error) => seen.Enqueue($"script error: {error.Error}");
        context.Request += (_, request) => CheckHost(request.Url);
        context.Page += (_, page) => page.WebSocket += (_, socket) => CheckHost(socket.Url);
        context.RequestFailed += (_, request) => OnFailed(request);
        context.Response += (_, response) => OnResponse(response);
    }

    public IReadOnlyList<string> Unexpected =>
        [.. seen.Where(fault => !expected.Any(part => fault.Contains(part, StringComparison.Ordinal)))];

    /// <summary>Lets faults pass that contain one of these, such as "404 GET /licences/".</summary>
    public void Expect(params string[] parts) => Array.ForEach(parts, expected.Enqueue);

    /// <summary>Lets the browser go to another site as well.</summary>
    public void ExpectSite(string address) => sites.Enqueue(new Uri(address).Authority);

    /// <summary>Lets pass what a page logs while the app is down.</summary>
    public void ExpectLostApp() => Expect("WebSocket", "ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE", "Failed to fetch", "Connection disconnected");

    private void OnConsole(IConsoleMessage message)
    {
        // Answers of 400 and above are seen below, with method and path.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal))
        {
            seen.Enqueue($"console: {message.Text}");
        }
    }

    private void OnFailed(IRequest request)
    {
        // Leaving a page aborts what it was still loading.
        if (request.Failure is not "net::ERR_ABORTED")
        {
            seen.Enqueue($"failed: {request.Method} {request.Url} {request.Failure}");
        }
    }

    private void OnResponse(IResponse response)
    {
        if (response.Status >= 400)
        {
            seen.Enqueue($"{response.Status} {response.Request.Method} {new Uri(response.Url).PathAndQuery}");
        }
    }

    private void CheckHost(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is "http" or "https" or "ws" or "wss" && uri.Authority != app.Address.Authority && !sites.Contains(uri.Authority))
        {
            seen.Enqueue($"request to another host: {url}");
        }
    }
}
