using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Generating;

/// <summary>The words that people, places and companies of one country are called by.</summary>
internal sealed class Vocabulary
{
    private static readonly WordList Stems = new("stems");
    private static readonly WordList Tails = new("tails");

    private readonly WordList surnames, men, women, towns, streets, trades, forms, organisations;

    private Vocabulary(Country country)
    {
        Country = country;
        var code = country.Value.ToLowerInvariant();
        (surnames, men, women) = (new($"surnames-{code}"), new($"men-{code}"), new($"women-{code}"));
        (towns, streets) = (new($"towns-{code}"), new($"streets-{code}"));
        (trades, forms, organisations) = (new($"trades-{code}"), new($"forms-{code}"), new($"organisations-{code}"));
    }

    public static Vocabulary Czech { get; } = new(Country.Czechia);

    public static Vocabulary Slovak { get; } = new(Country.Slovakia);

    public Country Country { get; }

    public (string Given, string Family) Person(Dice dice)
    {
        var family = surnames.Entry(dice);
        return dice.Is(50) ? (men.Word(dice), family[0]) : (women.Word(dice), family[1]);
    }

    public (string Town, string PostalCode) Town(Dice dice) => towns.Entry(dice) is var town ? (town[0], town[1]) : default;

    public string Street(Dice dice) => $"{streets.Word(dice)} {dice.Between(1, 2_400)}" + (dice.Is(40) ? $"/{dice.Between(1, 90)}" : "");

    public string Company(Dice dice, string town) => dice.Below(10) switch
    {
        < 3 => $"{trades.Word(dice)} {surnames.Entry(dice)[0]}",
        < 5 => $"{Stems.Word(dice)}{Tails.Word(dice)}",
        < 7 => $"{Stems.Word(dice)}{Tails.Word(dice)} {town}",
        < 8 => $"{surnames.Entry(dice)[0]} {Tails.Word(dice)}",
        < 9 => $"{Stems.Word(dice)} {surnames.Entry(dice)[0]} a {surnames.Entry(dice)[0]}",
        _ => $"{Stems.Word(dice)}-{Tails.Word(dice)} {dice.Between(1, 99)}",
    }

    + forms.Word(dice);

    public string Organisation(Dice dice, string town) => organisations.Word(dice).Replace("{0}", town, StringComparison.Ordinal);

    public string Trade(Dice dice) => trades.Word(dice);
}
