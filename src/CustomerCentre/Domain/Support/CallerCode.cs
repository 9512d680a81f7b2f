namespace CustomerCentre.Domain.Support;

/// <summary>By which way a code reaches the caller.</summary>
public enum CallerCodeKind
{
    /// <summary>A member reads it in the portal.</summary>
    Pin,

    /// <summary>Staff send it to a contact on file.</summary>
    SentToContact,
}

/// <summary>Six digits by which a caller proves to act for a customer: valid for a day, used once.</summary>
public sealed class CallerCode(Guid id, CallerCodeKind kind, Guid customerId, Guid madeBy, string protectedDigits, DateTimeOffset createdAt, DateTimeOffset expiresAt)
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Longest protected text, in characters.</summary>
    public const int ProtectedMaxLength = 400;

    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>How it reaches the caller.</summary>
    public CallerCodeKind Kind { get; private set; } = kind;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>The member who asked for it, or the agent who sent it.</summary>
    public Guid MadeBy { get; private set; } = madeBy;

    /// <summary>The digits, encrypted by the portal's keys: six digits behind a bare hash would be guessed from a stolen copy.</summary>
    public string ProtectedDigits { get; private set; } = protectedDigits;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Until when it can be used.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Whether it can be used.</summary>
    public bool IsValidAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset now) => UsedAt ??= now;

    /// <summary>Makes it worthless, because a newer one replaces it.</summary>
    public void Replace(DateTimeOffset now) => ExpiresAt = ExpiresAt < now ? ExpiresAt : now;
}
