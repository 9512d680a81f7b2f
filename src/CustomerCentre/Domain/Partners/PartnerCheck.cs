namespace CustomerCentre.Domain.Partners;

/// <summary>Why a partner asks about a customer.</summary>
public enum CheckPurpose
{
    /// <summary>The customer asks the partner for help.</summary>
    Support,

    /// <summary>An offer or a renewal the customer asked for.</summary>
    Offer,

    /// <summary>An order or an invoice of the partner's.</summary>
    Order,
}

/// <summary>How a partner asked.</summary>
public enum CheckChannel
{
    /// <summary>One pair or code on the page.</summary>
    Page,

    /// <summary>A file of pairs.</summary>
    Batch,

    /// <summary>The API.</summary>
    Api,
}

/// <summary>A partner's check of a customer, as the customer's history tells it. Only checks that found the customer are kept.</summary>
public sealed class PartnerCheck
{
    /// <summary>Opaque id, ordered by time.</summary>
    public Guid Id { get; init; }

    /// <summary>The customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>The partner.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>The partner's person; nothing for the API.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>How.</summary>
    public required CheckChannel Channel { get; init; }

    /// <summary>Why, as the partner says.</summary>
    public required CheckPurpose Purpose { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
