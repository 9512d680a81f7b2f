using CustomerCentre.Data;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Limits of one kind of try. The pair of e-mail and network is what gets locked, so a stranger elsewhere locks nobody out. Pressure on an e-mail
/// from many networks only makes each pair's allowance smaller, never nothing: the owner always has a few tries left. A network that tries many
/// e-mails is locked as a whole, which harms only itself.
/// </summary>
/// <param name="Pair">Tries of one e-mail from one network.</param>
/// <param name="PressedMost">Tries of a pair while the e-mail is under pressure.</param>
/// <param name="Email">Tries of one e-mail from everywhere; beyond them it is under pressure.</param>
/// <param name="Network">Tries from one network.</param>
public sealed record TryLimits(AttemptLimit Pair, int PressedMost, AttemptLimit Email, AttemptLimit Network)
{
    /// <summary>Marks an e-mail of which one pair at least is locked: pairs are known by hashes alone and cannot be listed.</summary>
    public AttemptLimit Locked => new($"{Pair.Kind}Locked", 1, Pair.Window);

    /// <summary>Counts how often an e-mail was unlocked. Pairs are counted anew in each generation; it outlives every pair of the one before.</summary>
    public AttemptLimit Generation => new($"{Pair.Kind}Unlocked", int.MaxValue, TimeSpan.FromDays(1));

    /// <summary>Wrong passwords.</summary>
    public static readonly TryLimits Password = new(
        new("Password", 5, TimeSpan.FromMinutes(15)), 2,
        new("PasswordEmail", 60, TimeSpan.FromHours(1)),
        new("PasswordNetwork", 100, TimeSpan.FromMinutes(15)));

    /// <summary>Mail that a visitor makes us send: confirmations and links to a new password.</summary>
    public static readonly TryLimits Mail = new(
        new("AccountMail", 5, TimeSpan.FromHours(1)), 1,
        new("AccountMailTo", 20, TimeSpan.FromDays(1)),
        new("AccountMailNetwork", 50, TimeSpan.FromHours(1)));

    /// <summary>Telling somebody that there is no account for the e-mail.</summary>
    public static readonly AttemptLimit NoAccount = new("NoAccountMail", 1, TimeSpan.FromDays(1));
}
