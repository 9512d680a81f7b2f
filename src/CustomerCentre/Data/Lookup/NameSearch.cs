namespace CustomerCentre.Data.Lookup;

/// <summary>
/// Customers by the words of their names, in any order. Names that begin so come first, in any order of up to three words; then whole words, then
/// beginnings of words. The search walks the rarest word and asks for the others, through no more rows than it has time for.
/// </summary>
internal static class NameSearch
{
    // Whole words are asked for along their index, neighbour by neighbour; beginnings customer by customer, which takes several times longer.
    private const int MostWholeWords = 2000;
    private const int MostBeginnings = 250;
    private const int MostWordsInAnyOrder = 3;

    /// <summary>Adds the search for names that begin with what was typed.</summary>
    public static void AddNames(this LookupBatch batch, TypedSearch typed, int most)
    {
        if (typed.Name is null)
            return;
        var orders = typed.Words.Count <= MostWordsInAnyOrder ? Orders([.. typed.Words]).Select(words => string.Join(' ', words)) : [];
        foreach (var name in orders.Prepend(typed.Name).Where(name => name.Length > 0).Distinct())
            batch.Customers(LookupKind.Name, name, $"SELECT NameKey AS Matched, Id AS CustomerId, 0 AS IsOld FROM Customers WHERE {batch.Begins("NameKey", name)} {batch.First(most, "NameKey")}");
    }

    /// <summary>Finds customers that have all the words, and says whether it saw only a part of them.</summary>
    public static async Task<(List<LookupRow> Rows, bool IsPart)> ByWords(CustomerCentreDb db, IReadOnlyList<string> words, int most, CancellationToken cancellationToken)
    {
        if (words.Count == 1)
        {
            var rows = await Walk(db, words, 0, areWhole: false, MostBeginnings, most, cancellationToken);
            return (rows, rows.Count == 2 * most);
        }

        var (whole, isPart) = await ByRarest(db, words, areWhole: true, MostWholeWords, most, cancellationToken);
        if (whole.Count >= most)
            return (whole, isPart);
        var (begun, isPartToo) = await ByRarest(db, words, areWhole: false, MostBeginnings, most, cancellationToken);
        return ([.. whole, .. begun], isPart || isPartToo);
    }

    private static async Task<(List<LookupRow> Rows, bool IsPart)> ByRarest(
        CustomerCentreDb db, IReadOnlyList<string> words, bool areWhole, int mostWalked, int most, CancellationToken cancellationToken)
    {
        var probe = new LookupBatch(db);
        var counts = await probe.Numbers([.. words.Select(word => probe.CountOf(word, areWhole, mostWalked + 1))], cancellationToken);
        var rarest = counts.IndexOf(counts.Min());
        return counts[rarest] == 0
            ? ([], false)
            : (await Walk(db, words, rarest, areWhole, mostWalked, most, cancellationToken), counts[rarest] > mostWalked);
    }

    private static Task<List<LookupRow>> Walk(
        CustomerCentreDb db, IReadOnlyList<string> words, int rarest, bool areWhole, int mostWalked, int most, CancellationToken cancellationToken)
    {
        var batch = new LookupBatch(db);
        batch.AddWords(words, rarest, areWhole, mostWalked, most);
        return batch.Read(cancellationToken);
    }

    /// <summary>How many names have a word, counted no further than needed.</summary>
    public static string CountOf(this LookupBatch batch, string word, bool isWhole, int most) =>
        $"SELECT COUNT(*) FROM (SELECT 1 AS One FROM CustomerWords WHERE {Is(batch, "Word", word, isWhole)} {batch.First(most, "Word")}) AS seen";

    /// <summary>Adds the walk along one word, asking each customer for the others.</summary>
    public static void AddWords(this LookupBatch batch, IReadOnlyList<string> words, int rarest, bool areWhole, int mostWalked, int most)
    {
        var walked = $"SELECT Word, CustomerId FROM CustomerWords WHERE {Is(batch, "Word", words[rarest], areWhole)} {batch.First(mostWalked, "Word, CustomerId")}";
        var others = words.Where((_, index) => index != rarest)
            .Select(word => $"EXISTS (SELECT 1 FROM CustomerWords AS w WHERE w.CustomerId = d.CustomerId AND {Is(batch, "w.Word", word, areWhole)})").ToList();
        var where = others.Count > 0 ? $"WHERE {string.Join(" AND ", others)}" : "";
        // A customer may have several words that begin so, hence twice as many rows.
        batch.Customers(LookupKind.Name, null, $"SELECT d.Word AS Matched, d.CustomerId, 0 AS IsOld FROM ({walked}) AS d {where} {batch.First(2 * most)}");
    }

    private static string Is(LookupBatch batch, string column, string word, bool isWhole) =>
        isWhole ? $"{column} = {batch.Value(word)}" : batch.Begins(column, word);

    private static IEnumerable<IReadOnlyList<string>> Orders(List<string> words) => words.Count <= 1
        ? [words]
        : words.SelectMany(first => Orders([.. words.Where(word => word != first)]).Select(IReadOnlyList<string> (rest) => [first, .. rest]));
}
