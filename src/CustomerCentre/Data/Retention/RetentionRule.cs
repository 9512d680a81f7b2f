namespace CustomerCentre.Data.Retention;

/// <summary>How long one kind of data is kept and how it goes away.</summary>
/// <param name="What">The data, for the log.</param>
/// <param name="Days">How many days it is kept.</param>
/// <param name="Remove">Removes the oldest that are past their time and answers how many there were; runs in a transaction.</param>
internal sealed record RetentionRule(string What, Func<RetentionOptions, int> Days, Func<Expired, Task<int>> Remove);

/// <summary>What a rule works on.</summary>
/// <param name="Before">Everything before this moment is past its time.</param>
/// <param name="Most">At most so many rows at once.</param>
internal sealed record Expired(CustomerCentreDb Db, DateTimeOffset Before, int Most, CancellationToken Token);
