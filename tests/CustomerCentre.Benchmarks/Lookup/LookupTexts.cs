using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>What somebody types for each kind of query.</summary>
internal sealed record LookupTexts(string Name, Func<FilledWorld, Dice, string> Text)
{
    private static readonly string[] CommonPairs = ["jan novak", "novak jan", "jiri svoboda", "stavby servis", "servis praha", "praha auto", "group trade"];
    private static readonly string[] StrangePairs = ["jan praha", "jiri servis", "novak invest jan", "petr brno"];
    private static readonly string[] CommonBeginnings = ["no", "st", "ja", "s", "pr"];

    public static IReadOnlyList<LookupTexts> Kinds { get; } =
    [
        new("customer ID", (world, dice) => FilledWorld.Number(dice.Under(world.Customers))),
        new("beginning of a customer ID", (world, dice) => FilledWorld.Number(dice.Under(world.Customers))[..(4 + dice.Under(5))]),
        new("licence number", (world, dice) => world.LicenceNumber(dice.Under(world.Licences))),
        new("replaced licence number", (world, dice) => world.LicenceNumber(world.Licences + dice.Under(world.Licences / 10))),
        new("beginning of a licence number", (world, dice) => world.LicenceNumber(dice.Under(world.Licences))[..(4 + dice.Under(4))]),
        new("end of a licence number", (world, dice) => world.LicenceNumber(dice.Under(world.Licences))[(8 + dice.Under(4))..]),
        new("group of a licence number", (world, dice) => world.LicenceNumber(dice.Under(world.Licences)).Substring(4 * (1 + dice.Under(3)), 4)),
        new("IČO", (world, dice) => FilledWorld.Register(dice.Under(world.Customers))),
        new("DIČ", (world, dice) => "CZ" + FilledWorld.Register(dice.Under(world.Customers))),
        new("name, one word", (world, dice) => Words(world, dice)[^1]),
        new("name, in another order", (world, dice) => string.Join(' ', Words(world, dice).Reverse())),
        new("name, beginnings of words", (world, dice) => string.Join(' ', Words(world, dice).Reverse().Select(word => word.Length > 4 ? word[..4] : word))),
        new("two words that are very common", (_, dice) => CommonPairs[dice.Under(CommonPairs.Length)]),
        new("common words that hardly ever meet", (_, dice) => StrangePairs[dice.Under(StrangePairs.Length)]),
        new("a beginning that is very common", (_, dice) => CommonBeginnings[dice.Under(CommonBeginnings.Length)]),
        new("a word of one company in ten", (_, _) => "praha"),
        new("e-mail", (world, dice) => FilledWorld.Email(dice.Under(world.Customers))),
        new("beginning of an e-mail", (world, dice) => FilledWorld.Email(dice.Under(world.Customers))[..(3 + dice.Under(4))] + "@"),
        new("e-mail of a member", (world, dice) => $"m.{FilledWorld.Email(dice.Under(world.Customers / 3) * 3)}"),
        new("phone", (world, dice) => FilledWorld.Phone(dice.Under(world.Customers))[4..]),
        new("a name nobody has", (_, dice) => $"xq{dice.Under(100_000)} wz{dice.Under(100_000)}"),
    ];

    private static IReadOnlyList<string> Words(FilledWorld world, Dice dice) => SearchText.Words(FilledWorld.Name(dice.Under(world.Customers)));
}
