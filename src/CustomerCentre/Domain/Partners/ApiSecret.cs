namespace CustomerCentre.Domain.Partners;

/// <summary>A secret of a partner's OAuth client. A partner may have two at a time, so that a new one can be put in place before the old one goes.</summary>
public sealed class ApiSecret
{
    /// <summary>Longest OAuth client id, in characters.</summary>
    public const int ClientIdMaxLength = 100;

    /// <summary>Length of the SHA-256 of a secret in hexadecimal characters; the secret has 256 random bits, so a slow hash would add nothing.</summary>
    public const int HashLength = 64;

    /// <summary>Length of what stays readable of a secret: its last characters.</summary>
    public const int EndingLength = 4;

    /// <summary>Opaque id, made by the form; tokens carry it.</summary>
    public Guid Id { get; init; }

    /// <summary>The partner.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>OAuth client id of the partner.</summary>
    public required string ClientId { get; init; }

    /// <summary>Hash of the secret, shown once and kept nowhere.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Its last characters, by which people tell secrets apart.</summary>
    public required string Ending { get; init; }

    /// <summary>The account that made it.</summary>
    public required Guid MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it is accepted.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When a token was last given for it, by day.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When it was revoked; its tokens die with it.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Whether it is accepted.</summary>
    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Revokes it; doing so twice changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
