namespace CustomerCentre.Domain.Licences;

/// <summary>Binds a licence sold by a partner to a customer and concludes the licence agreement. Can be undone for a day by who made it.</summary>
public sealed class ProductRegistration(Guid id, Guid intentId, Guid licenceId, Guid customerId, Guid accountId, string termsVersion, DateTimeOffset registeredAt)
{
    /// <summary>Longest version of the licence terms, in characters.</summary>
    public const int TermsVersionMaxLength = 20;

    /// <summary>How long a registration can be undone by who made it.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromHours(24);

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>Id of the command that registered it: one click may register several licences.</summary>
    public Guid IntentId { get; private set; } = intentId;

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; } = licenceId;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>Who registered it.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>Version of the licence terms that was accepted.</summary>
    public string TermsVersion { get; private set; } = termsVersion;

    /// <summary>When.</summary>
    public DateTimeOffset RegisteredAt { get; private set; } = registeredAt;

    /// <summary>When it was undone.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Whether the person may still undo it.</summary>
    public bool CanBeUndoneBy(Guid accountId, DateTimeOffset now) =>
        UndoneAt is null && AccountId == accountId && now < RegisteredAt + UndoTime;

    /// <summary>Marks it undone.</summary>
    public void Undo(DateTimeOffset now) => UndoneAt ??= now;
}
