using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Records;

/// <summary>A mail in the outbox: written in the transaction of the deed it tells about, delivered later at least once.</summary>
public sealed class OutgoingMail
{
    /// <summary>Longest subject, in characters.</summary>
    public const int SubjectMaxLength = 200;

    /// <summary>Longest name of a kind of mail, in characters.</summary>
    public const int KindMaxLength = 64;

    /// <summary>Opaque id; the Message-Id is made of it, so a second delivery of the same mail is recognisable.</summary>
    public Guid Id { get; init; }

    /// <summary>Receiver.</summary>
    public required EmailAddress To { get; init; }

    /// <summary>The customer it is about, when it is about one.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>Kind of mail, for example <c>ConfirmEmail</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Subject; never holds a licence number.</summary>
    public required string Subject { get; init; }

    /// <summary>Body as plain text; erased seven days after it was sent.</summary>
    public required string? Text { get; set; }

    /// <summary>Body as HTML; erased with the text.</summary>
    public required string? Html { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is to be tried next; nothing once sent or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }
}
