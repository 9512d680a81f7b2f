namespace CustomerCentre.Domain.Licences;

/// <summary>A licence is in exactly one of these states.</summary>
public enum LicenceState
{
    /// <summary>Made, not sold.</summary>
    InStock,

    /// <summary>Sold to a partner, not registered.</summary>
    Sold,

    /// <summary>Bound to one customer. A direct sale goes straight here.</summary>
    Registered,

    /// <summary>Returned, cancelled or blocked; <see cref="Licence.EndReason"/> says which.</summary>
    Ended,
}

/// <summary>Why a licence ended.</summary>
public enum LicenceEnd
{
    /// <summary>Given back.</summary>
    Returned,

    /// <summary>The sale was cancelled.</summary>
    Cancelled,

    /// <summary>Blocked by the operator.</summary>
    Blocked,
}
