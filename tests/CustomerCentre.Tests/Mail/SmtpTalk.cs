using System.Text;

namespace CustomerCentre.Tests.Mail;

/// <summary>One connection.</summary>
internal sealed class SmtpTalk(StreamReader reader, SmtpMood mood, Action<byte[]> keep)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        await Say("220 stub", cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line && await Answer(line, cancellationToken))
        {
        }
    }

    /// <summary>Answers a line; false ends the connection.</summary>
    private async Task<bool> Answer(string line, CancellationToken cancellationToken)
    {
        var word = line.Split(' ', ':')[0].ToUpperInvariant();
        if (word == "DATA")
        {
            await Say("354 go on", cancellationToken);
            keep(await Data(cancellationToken));
            if (mood is not (SmtpMood.DropsAfterData or SmtpMood.TakesInSilence))
                await Say("250 taken", cancellationToken);
            return mood is not (SmtpMood.DropsAfterData or SmtpMood.TakesAndDrops);
        }

        await Say((word, mood) switch
        {
            ("RCPT", SmtpMood.KnowsNobody) => "550 no such mailbox",
            ("RCPT", SmtpMood.IsBusy) => "451 come later",
            ("QUIT", _) => "221 bye",
            _ => "250 ok",
        }, cancellationToken);
        return word != "QUIT";
    }

    private async Task<byte[]> Data(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private ValueTask Say(string line, CancellationToken cancellationToken) => reader.BaseStream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
}
