namespace CustomerCentre.Domain.Records;

/// <summary>
/// Counts tries of one kind by one subject (a hashed e-mail, an account, an address, a target) within a window of time. It hangs on a hash,
/// so it works alike for what exists and what does not.
/// </summary>
public sealed class AttemptCounter
{
    /// <summary>Length of a key: SHA-256 in hexadecimal characters.</summary>
    public const int KeyLength = 64;

    /// <summary>Hash of the kind of try and its subject.</summary>
    public required string Key { get; init; }

    /// <summary>Tries in the running window.</summary>
    public int Count { get; set; }

    /// <summary>When the window ends and counting begins anew.</summary>
    public DateTimeOffset ResetsAt { get; set; }
}
