using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Mail;

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The server that takes our mail; nothing is delivered while it has no host.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Sender's address.</summary>
    public string? From { get; set; }

    /// <summary>Sender's name; the operator's brand when not set.</summary>
    public string? FromName { get; set; }

    public bool IsDelivering => !string.IsNullOrWhiteSpace(Smtp.Host);

    internal bool IsComplete => !IsDelivering || EmailAddress.TryParse(From) is not null;
}

/// <summary>Section <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Name to sign in with; nobody signs in when not set.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }
}

/// <summary>How the way to the mail server is encrypted.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in the clear and must turn to TLS, usually port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually port 465.</summary>
    Tls,

    /// <summary>In the clear, for a server on the same machine.</summary>
    None,
}
