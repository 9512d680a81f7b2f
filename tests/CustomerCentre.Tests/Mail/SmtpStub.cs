using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace CustomerCentre.Tests.Mail;

/// <summary>How the stub answers the next mail.</summary>
public enum SmtpMood
{
    Takes,
    DropsAfterData,
    TakesAndDrops,
    TakesInSilence,
    KnowsNobody,
    IsBusy,
}

/// <summary>A mail server on loopback that speaks just enough SMTP and keeps what it was given.</summary>
public sealed class SmtpStub : IAsyncDisposable
{
    private static readonly TimeSpan LongestTalk = TimeSpan.FromSeconds(20);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<byte[]> received = new();
    private readonly Task accepting;

    public SmtpStub()
    {
        listener.Start();
        accepting = Accept();
    }

    public SmtpMood Mood { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every mail whose data came in whole, acknowledged or not.</summary>
    public IReadOnlyList<MimeMessage> Received => received.Select(bytes => MimeMessage.Load(new MemoryStream(bytes))).ToList();

    /// <summary>Settings that make the portal deliver here.</summary>
    public (string Key, string? Value)[] Settings =>
    [
        ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", $"{Port}"), ("Mail:Smtp:Security", "None"), ("Mail:From", "portal@posta.example"),
    ];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient caller)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        limit.CancelAfter(LongestTalk);
        try
        {
            using (caller)
            using (var reader = new StreamReader(caller.GetStream(), Encoding.Latin1))
                await new SmtpTalk(reader, Mood, received.Enqueue).Run(limit.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The caller went away, or the test is over.
        }
    }
}
