namespace CustomerCentre.Domain.Accounts;

/// <summary>The day on which whatever is left of the old passwords is deleted, as an operator administrator set it. There is one at most.</summary>
public sealed class OldPasswordsEnd(DateOnly on, DateTimeOffset setAt)
{
    /// <summary>Its only key.</summary>
    public const int TheOnly = 1;

    /// <summary>Old passwords are never kept longer, in months.</summary>
    public const int MostMonths = 24;

    /// <summary>Always <see cref="TheOnly"/>.</summary>
    public int Id { get; private set; } = TheOnly;

    /// <summary>The day, by the calendar of Prague; what is imported from then on goes with the next night.</summary>
    public DateOnly On { get; private set; } = on;

    /// <summary>When the day was set.</summary>
    public DateTimeOffset SetAt { get; private set; } = setAt;

    /// <summary>Sets another day.</summary>
    public void Move(DateOnly day, DateTimeOffset now) => (On, SetAt) = (day, now);
}
