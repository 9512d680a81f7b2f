using System.Net;
using System.Net.Http.Json;

namespace CustomerCentre.EndToEnd.Running.Tests;

public sealed class MailboxTests
{
    private const string First = "http://127.0.0.1:5000/account/confirm-email?code=1";
    private const string Second = "http://127.0.0.1:5000/account/confirm-email?code=2";

    [Fact]
    public async Task A_link_is_waited_for_and_given_as_a_path_of_the_app()
    {
        using var mailbox = Showing(null, null, First);
        (await mailbox.LinkFor("jana@posta.example")).ShouldBe("/account/confirm-email?code=1");
    }

    [Fact]
    public async Task A_second_link_is_that_of_the_next_mail()
    {
        using var mailbox = Showing(First, First, First, Second);
        await mailbox.LinkFor("jana@posta.example");
        (await mailbox.LinkFor("jana@posta.example", "confirm-email")).ShouldBe("/account/confirm-email?code=2");
    }

    [Fact]
    public async Task A_mail_that_does_not_come_is_told_with_its_address()
    {
        using var mailbox = Showing(First);
        var failure = await Should.ThrowAsync<TimeoutException>(() => mailbox.LinkFor("jana@posta.example", "/reset-password"));
        failure.Message.ShouldContain("jana@posta.example");
        failure.Message.ShouldContain("Subject");
    }

    private static Mailbox Showing(params string?[] links) =>
        new(new HttpClient(new Shown(new Queue<string?>(links))) { BaseAddress = new Uri("http://localhost:5000") }, TimeSpan.FromSeconds(2));

    /// <summary>Answers one after another; the last one stays.</summary>
    private sealed class Shown(Queue<string?> links) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri!.PathAndQuery.ShouldBe("/dev/mail/latest?to=jana%40posta.example");
            var link = links.Count > 1 ? links.Dequeue() : links.Peek();
            return Task.FromResult(link is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new Mail("Subject", "Text", "Html", [link])) });
        }
    }
}
