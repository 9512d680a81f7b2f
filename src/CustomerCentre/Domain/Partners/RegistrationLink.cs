using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Partners;

/// <summary>A single-use link by which a partner lets its customer register a licence without typing the number.</summary>
public sealed class RegistrationLink
{
    /// <summary>Length of the SHA-256 of a token in hexadecimal characters.</summary>
    public const int HashLength = 64;

    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; init; }

    /// <summary>Hash of the token; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The licence.</summary>
    public required Guid LicenceId { get; init; }

    /// <summary>The partner that made it.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>Where it was mailed; nothing when it was shown as a picture.</summary>
    public EmailAddress? SentTo { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be used.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When somebody registered the licence by it.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Whether it can be used.</summary>
    public bool IsValidAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset now) => UsedAt ??= now;
}
