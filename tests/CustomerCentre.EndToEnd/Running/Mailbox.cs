using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace CustomerCentre.EndToEnd.Running;

/// <summary>A mail as the app shows it in Development.</summary>
public sealed record Mail(string Subject, string Text, string Html, IReadOnlyList<string> Links);

/// <summary>Reads what the app mailed, as a person looks into a mailbox: again and again until it is there.</summary>
public sealed class Mailbox(HttpClient http, TimeSpan? limit = null) : IDisposable
{
    private readonly TimeSpan limit = limit ?? TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, bool> given = new();

    /// <summary>The newest mail to the address, once it satisfies the condition.</summary>
    public async Task<Mail> LatestTo(string address, Func<Mail, bool>? condition = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        var last = "none";
        while (TimeProvider.System.GetElapsedTime(started) < limit)
        {
            using var response = await http.GetAsync(new Uri($"/dev/mail/latest?to={Uri.EscapeDataString(address)}", UriKind.Relative));
            if (response.StatusCode != HttpStatusCode.NotFound)
            {
                var mail = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Mail>())!;
                last = $"“{mail.Subject}” with {mail.Links.Count} links";
                if (condition?.Invoke(mail) ?? true)
                {
                    return mail;
                }
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The mail to {address} did not come within {limit.TotalSeconds} seconds; the newest there: {last}.");
    }

    /// <summary>The first link of the newest mail, as a path of the app. Each link is given once: the next call waits for the next mail.</summary>
    /// <param name="part">What the link must contain, such as "/account/confirm-email".</param>
    public async Task<string> LinkFor(string address, string part = "")
    {
        var mail = await LatestTo(address, mail => NewLink(mail) is not null);
        var link = NewLink(mail)!;
        given[link] = true;
        var uri = new Uri(http.BaseAddress!, link);
        return uri.PathAndQuery + uri.Fragment;

        string? NewLink(Mail mail) =>
            mail.Links.FirstOrDefault(link => link.Contains(part, StringComparison.Ordinal) && !given.ContainsKey(link));
    }

    public void Dispose() => http.Dispose();
}
