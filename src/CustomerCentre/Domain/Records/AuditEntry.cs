namespace CustomerCentre.Domain.Records;

/// <summary>What happened, written in the transaction in which it happened. Holds no personal data beyond ids.</summary>
public sealed class AuditEntry
{
    /// <summary>Longest name of an event, in characters.</summary>
    public const int EventMaxLength = 64;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 500;

    /// <summary>Opaque id, ordered by time.</summary>
    public Guid Id { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What happened, for example <c>LicenceRegistered</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Who did it; nothing for the operator's own jobs.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The customer concerned.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The thing concerned: a licence, a request for access, a member.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>A short note without personal data and secrets.</summary>
    public string? Note { get; init; }
}
