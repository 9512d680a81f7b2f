namespace CustomerCentre.Generating;

/// <summary>The partners of a made-up world.</summary>
internal static class GeneratedPartners
{
    private const int CustomersOfOne = 400;
    private const int Fewest = 3;

    public static int CountFor(int customers) => Math.Max(Fewest, customers / CustomersOfOne);

    public static string Code(int index) => $"P{index + 1:D5}";

    /// <summary>The columns of an imported file of partners.</summary>
    public static string?[] Values(int seed, int index)
    {
        // Register numbers behind those of all possible customers.
        var dice = Dice.For(seed, Numbers.MostCustomers + index);
        var words = dice.Is(82) ? Vocabulary.Czech : Vocabulary.Slovak;
        var name = words.Company(dice, words.Town(dice).Town);
        var register = Numbers.Register(seed, Numbers.MostCustomers + index);
        return [Code(index), name, words.Country.Value, register, $"obchod@p{index + 1}.example.cz", Numbers.Phone(dice, words.Country)];
    }
}
