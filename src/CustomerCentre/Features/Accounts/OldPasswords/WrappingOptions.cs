using System.ComponentModel.DataAnnotations;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>
/// Section <c>OldPasswords:Wrapping</c>: how hard the background job works that wraps old hashes. Each costs one strong hash, about a sixth of a second of a core, so
/// two at once wrap some half a million in a day and leave sign-ins their share.
/// </summary>
public sealed class WrappingOptions
{
    /// <summary>Whether this process wraps at all. Several may; they would only waste work on the same rows.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Hashes made at once.</summary>
    [Range(1, 64)] public int AtOnce { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Rows taken together and saved in one transaction: what a crash loses at most.</summary>
    [Range(1, 1000)] public int BatchSize { get; set; } = 50;

    /// <summary>Rest after each batch, in milliseconds.</summary>
    [Range(0, 60_000)] public int PauseMilliseconds { get; set; } = 100;

    /// <summary>Rest when nothing waits, in seconds.</summary>
    [Range(1, 3600)] public int IdleSeconds { get; set; } = 60;
}
