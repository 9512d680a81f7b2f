namespace CustomerCentre.Requests;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">What stands on the page.</param>
/// <param name="Page">Which page it is, from 1; one beyond the end is the last.</param>
/// <param name="Pages">How many there are, at least one.</param>
/// <param name="Total">Rows on all of them.</param>
public sealed record Slice<T>(IReadOnlyList<T> Rows, int Page, int Pages, int Total)
{
    /// <summary>The same page with its rows told in another way.</summary>
    /// <typeparam name="TOther">The other row.</typeparam>
    public Slice<TOther> Select<TOther>(Func<T, TOther> tell) => new([.. Rows.Select(tell)], Page, Pages, Total);
}
