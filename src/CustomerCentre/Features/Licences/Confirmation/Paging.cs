namespace CustomerCentre.Features.Licences.Confirmation;

/// <summary>Deals rows out to pages. What closes the document never stands alone: it takes the last row along.</summary>
internal static class Paging
{
    /// <param name="heights">Heights of the rows.</param>
    /// <param name="first">Room for rows on the first page.</param>
    /// <param name="others">Room on every other page.</param>
    /// <param name="closing">Height of what follows the last row.</param>
    public static IReadOnlyList<Range> Split(IReadOnlyList<float> heights, float first, float others, float closing)
    {
        List<Range> pages = [];
        var (start, left) = (0, first);
        for (var row = 0; row < heights.Count; row++)
        {
            var isLast = row == heights.Count - 1;
            if (heights[row] + (isLast ? closing : 0) > left && (row > start || pages.Count == 0))
            {
                pages.Add(start..row);
                (start, left) = (row, others);
            }

            left -= heights[row];
        }

        return [.. pages, start..heights.Count];
    }
}
