namespace CustomerCentre.Mail;

/// <summary>When a mail that could not be delivered is tried again: soon at first, then ever more seldom, for about three days.</summary>
public static class Backoff
{
    /// <summary>After so many tries a mail is given up.</summary>
    public const int MostAttempts = 20;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>How long to wait after so many failed tries; nothing when it was the last one.</summary>
    public static TimeSpan? After(int attempts) =>
        attempts >= MostAttempts ? null : TimeSpan.FromMinutes(Math.Min(First.TotalMinutes * Math.Pow(2, attempts - 1), Longest.TotalMinutes));
}
