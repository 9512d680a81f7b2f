using CustomerCentre.Domain.Records;
using CustomerCentre.Shell;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CustomerCentre.Mail;

/// <summary>Hands one mail over to the mail server.</summary>
public sealed class SmtpPost(IOptions<MailOptions> options, IOptions<OperatorOptions> operators, TimeProvider time)
{
    private const int AnswerMilliseconds = 30_000;

    /// <summary>Longest time a mail may take, well within the time it is claimed for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public bool IsDelivering => options.Value.IsDelivering;

    /// <summary>Returns when the server took the mail; everything else is an exception of MailKit or of the network.</summary>
    public async Task Send(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var client = new SmtpClient { Timeout = AnswerMilliseconds };
        await client.ConnectAsync(smtp.Host!, smtp.Port, Encryption(smtp.Security), either.Token);
        if (!string.IsNullOrEmpty(smtp.User))
            await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", either.Token);
        using var message = MessageOf(mail);
        await client.SendAsync(message, either.Token);
        await client.DisconnectAsync(quit: true, either.Token);
    }

    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var from = new MailboxAddress(options.Value.FromName ?? operators.Value.Brand, options.Value.From!);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.CreatedAt,
            // The same at every try, so that a receiver who got it already can tell.
            MessageId = $"{mail.Id:n}@{from.Domain}",
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", mail.To.Value));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static SecureSocketOptions Encryption(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
