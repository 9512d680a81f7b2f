using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>Cuts a list into pages.</summary>
public static class Slicing
{
    public const int PageSize = 25;

    /// <summary>One page of an ordered query, read by two commands: how many rows there are, and those of the page.</summary>
    public static async Task<Slice<T>> Slice<T>(this IQueryable<T> ordered, int page, CancellationToken cancellationToken)
    {
        var total = await ordered.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, pages);
        return new(await ordered.Skip((current - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken), current, pages, total);
    }
}
