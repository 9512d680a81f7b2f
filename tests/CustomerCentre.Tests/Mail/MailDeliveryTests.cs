using CustomerCentre.Data;
using CustomerCentre.Mail;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CustomerCentre.Tests.Mail;

public sealed class MailDeliveryTests : IAsyncDisposable
{
    private readonly SmtpStub server = new();
    private readonly World world;

    public MailDeliveryTests() => world = new World(settings: server.Settings);

    [Fact]
    public async Task A_mail_reaches_the_server_whole_and_once()
    {
        await world.Write(MailWorld.Letter);
        await world.Deliver();
        await world.Deliver();

        var mail = server.Received.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Potvrďte e-mail");
        mail.To.Mailboxes.Single().Address.ShouldBe("jana@posta.example");
        mail.From.Mailboxes.Single().ShouldBe(new MailboxAddress("STORMWARE", "portal@posta.example"));
        mail.TextBody!.ShouldContain("Žluťoučký kůň.");
        mail.HtmlBody!.ShouldContain("<html lang=\"cs\">");
        var row = await world.Mail();
        (row.SentAt, row.DueAt, row.Attempts).ShouldBe((world.Time.GetUtcNow(), null, 1));
    }

    [Fact]
    public async Task A_mail_whose_taking_was_not_acknowledged_is_sent_again_under_the_same_id()
    {
        server.Mood = SmtpMood.DropsAfterData;
        await world.Write(MailWorld.Letter);
        await world.Deliver();
        (await world.Mail()).SentAt.ShouldBeNull();

        server.Mood = SmtpMood.Takes;
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Deliver();

        server.Received.Count.ShouldBe(2);
        var row = await world.Mail();
        server.Received.ShouldAllBe(mail => mail.MessageId == $"{row.Id:n}@posta.example");
        row.SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mail_taken_just_before_a_crash_is_sent_again_later_under_the_same_id()
    {
        server.Mood = SmtpMood.TakesInSilence;
        await world.Write(MailWorld.Letter);
        using var crash = new CancellationTokenSource();
        var delivery = world.Deliver(crash.Token);
        while (server.Received.Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await crash.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => delivery);

        server.Mood = SmtpMood.Takes;
        (await world.Deliver()).ShouldBe(0);
        world.Time.Advance(MailDelivery.Claimed);
        await world.Deliver();
        await world.Deliver();

        var row = await world.Mail();
        server.Received.Select(mail => mail.MessageId).ShouldBe([$"{row.Id:n}@posta.example", $"{row.Id:n}@posta.example"]);
        row.SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_node_so_slow_that_another_delivered_its_mail_does_not_make_it_due_again()
    {
        var rival = new Rival(".\"DueAt\" = @until");
        await using var slow = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(rival)), server.Settings);
        server.Mood = SmtpMood.DropsAfterData;
        await slow.Write(MailWorld.Letter);
        rival.Work = (db, token) => db.Outbox.ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.SentAt, slow.Time.GetUtcNow()).SetProperty(mail => mail.DueAt, (DateTimeOffset?)null), token);

        await slow.Deliver();

        rival.HasWorked.ShouldBeTrue();
        (await slow.Mail()).DueAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_taking_a_mail_is_not_given_it_twice()
    {
        server.Mood = SmtpMood.TakesAndDrops;
        await world.Write(MailWorld.Letter);
        await world.Deliver();
        (await world.Mail()).SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_busy_server_is_asked_ever_more_seldom_and_at_last_no_more()
    {
        server.Mood = SmtpMood.IsBusy;
        await world.Write(MailWorld.Letter);
        var (waits, row) = (new List<TimeSpan>(), await world.Mail());
        while (row.DueAt is { } due)
        {
            world.Time.SetUtcNow(due);
            await world.Deliver();
            row = await world.Mail();
            if (row.DueAt is { } next)
                waits.Add(next - due);
        }

        waits[..4].Select(wait => wait.TotalMinutes).ShouldBe([1, 2, 4, 8]);
        waits[^1].ShouldBe(TimeSpan.FromHours(6));
        (row.Attempts, row.SentAt).ShouldBe((Backoff.MostAttempts, null));
    }

    [Fact]
    public async Task A_mail_before_its_time_waits()
    {
        server.Mood = SmtpMood.IsBusy;
        await world.Write(MailWorld.Letter);
        await world.Deliver();
        world.Time.Advance(TimeSpan.FromSeconds(59));
        (await world.Deliver()).ShouldBe(0);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        (await world.Deliver()).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_the_server_does_not_know_is_given_up_at_once_and_stops_no_other_mail()
    {
        server.Mood = SmtpMood.KnowsNobody;
        await world.Write(MailWorld.Letter);
        await world.Deliver();
        (await world.Mail()).DueAt.ShouldBeNull();

        server.Mood = SmtpMood.Takes;
        await world.Write(MailWorld.Letter, to: "petr@posta.example");
        await world.Deliver();
        server.Received.ShouldHaveSingleItem().To.ToString().ShouldBe("petr@posta.example");
    }

    [Fact]
    public async Task Many_nodes_at_once_send_each_mail_once()
    {
        for (var i = 0; i < 10; i++)
            await world.Write(MailWorld.Letter, to: $"osoba{i}@posta.example");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(world.Deliver)));

        server.Received.Select(mail => mail.To.ToString()).Order().ShouldBe(Enumerable.Range(0, 10).Select(i => $"osoba{i}@posta.example"));
    }

    [Fact]
    public async Task A_mail_does_not_travel_in_the_clear_when_encryption_is_asked_for()
    {
        await using var strict = new World(settings: [.. server.Settings.Where(pair => pair.Key != "Mail:Smtp:Security")]);
        await strict.Write(MailWorld.Letter);
        await strict.Deliver();
        server.Received.ShouldBeEmpty();
        (await strict.Mail()).DueAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_a_server_in_development_a_mail_counts_as_sent()
    {
        await using var alone = new World();
        await alone.Write(MailWorld.Letter);
        await alone.Deliver();
        (await alone.Mail()).SentAt.ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        await server.DisposeAsync();
    }
}
