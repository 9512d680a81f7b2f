namespace CustomerCentre.Domain.Customers;

/// <summary>What an outside register said of a customer's details.</summary>
public enum Verification
{
    /// <summary>Not verified: the register was not asked, did not answer or does not cover the country.</summary>
    Unknown,

    /// <summary>The register knows the company.</summary>
    Valid,

    /// <summary>The register knows no such company.</summary>
    Invalid,
}

/// <summary>An answer of a register, kept with its source and time.</summary>
/// <param name="Verification">What it said.</param>
/// <param name="Source">Which register: ARES, RPO, Sample; nothing when none was asked.</param>
/// <param name="At">When.</param>
public sealed record RegisterCheck(Verification Verification, string? Source, DateTimeOffset? At)
{
    /// <summary>Longest name of a source, in characters.</summary>
    public const int SourceMaxLength = 16;

    /// <summary>Nobody was asked.</summary>
    public static RegisterCheck None { get; } = new(Verification.Unknown, null, null);
}
