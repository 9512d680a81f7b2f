using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CustomerCentre.Tests.Registers;

/// <summary>A register on loopback that answers as told and counts what it was asked.</summary>
public sealed class RegisterStub : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> requests = new();
    private readonly WebApplication app;
    private int inside;
    private int mostInside;

    private RegisterStub(Reply[] replies)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(http => AnswerAsync(http, replies));
    }

    /// <summary>Method, path with query and body of every request, in order.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public int MostAtOnce => mostInside;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Answers the first request with the first reply and so on; the last reply goes on for ever.</summary>
    public static async Task<RegisterStub> StartAsync(params Reply[] replies)
    {
        var stub = new RegisterStub(replies);
        await stub.app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http, Reply[] replies)
    {
        using var body = new StreamReader(http.Request.Body);
        var text = await body.ReadToEndAsync();
        var now = Interlocked.Increment(ref inside);
        requests.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {text}".TrimEnd());
        lock (requests)
        {
            mostInside = Math.Max(mostInside, now);
        }

        try
        {
            await replies[Math.Min(requests.Count, replies.Length) - 1](http);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}
