namespace CustomerCentre.Domain.Accounts;

/// <summary>Six digits mailed as a second proof: valid for ten minutes, used once.</summary>
public sealed class FactorCode(Guid id, Guid accountId, string protectedDigits, DateTimeOffset createdAt)
{
    /// <summary>Longest protected text, in characters.</summary>
    public const int ProtectedMaxLength = 400;

    /// <summary>How long it can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The digits, encrypted by the portal's keys.</summary>
    public string ProtectedDigits { get; private set; } = protectedDigits;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Until when it can be used.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = createdAt + Lifetime;

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset now) => UsedAt ??= now;

    /// <summary>Makes it worthless, because a newer one replaces it.</summary>
    public void Replace(DateTimeOffset now) => ExpiresAt = ExpiresAt < now ? ExpiresAt : now;
}
