using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>Longest time a secret is accepted, in days.</summary>
    public const int LongestDays = 365;

    /// <summary>Secrets of one partner that are accepted at a time.</summary>
    public const int MostValid = 2;

    private const int RandomBytes = 32;

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

    /// <summary>Makes a secret and answers its text, which is shown once and kept nowhere.</summary>
    public static (ApiSecret Secret, string Text) Make(Guid id, Partner partner, Guid madeBy, DateTimeOffset now, int days)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var secret = new ApiSecret
        {
            Id = id,
            PartnerId = partner.Id,
            ClientId = ApiClient.IdOf(partner),
            SecretHash = HashOf(text),
            Ending = text[^EndingLength..],
            MadeBy = madeBy,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        return (secret, text);
    }

    /// <summary>The hash under which a secret is stored.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether it is accepted.</summary>
    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Revokes it; doing so twice changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
