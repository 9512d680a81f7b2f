using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Generating;

/// <summary>A made-up customer: always the same one for the same seed and index.</summary>
/// <param name="Index">Its place in the world, from 0.</param>
internal sealed record GeneratedCustomer(int Index, Vocabulary Words, CustomerKind Kind, string Name, (string Given, string Family) Person)
{
    public string Number => Numbers.Customer(Index);

    public string? RegisterNumber { get; private init; }

    public string? VatNumber { get; private init; }

    public string? TaxNumber { get; private init; }

    public required string Street { get; init; }

    public required (string Name, string PostalCode) Town { get; init; }

    public string? DataBox { get; private init; }

    /// <summary>What follows for this customer: contacts and licences.</summary>
    public required Dice Dice { get; init; }

    private bool IsSecondOfCompany { get; init; }

    /// <summary>The columns of an imported file of customers.</summary>
    public string?[] Values =>
    [
        Number, Kind.ToString(), Words.Country.Value, Name, Kind == CustomerKind.Consumer ? Person.Family : null, RegisterNumber, VatNumber, TaxNumber, Street, Town.Name,
        Town.PostalCode, DataBox,
    ];

    public static GeneratedCustomer At(int seed, int index)
    {
        var customer = Make(seed, index);
        // Old records know some companies under two numbers.
        return customer.IsSecondOfCompany && index > 0 && Make(seed, index - 1) is { Kind: CustomerKind.Company, IsSecondOfCompany: false } first
            ? first with { Index = index, Dice = customer.Dice }
            : customer;
    }

    private static GeneratedCustomer Make(int seed, int index)
    {
        var dice = Dice.For(seed, index);
        var words = dice.Is(82) ? Vocabulary.Czech : Vocabulary.Slovak;
        var kind = dice.Below(100) switch { < 48 => CustomerKind.Company, < 84 => CustomerKind.SoleTrader, < 92 => CustomerKind.Organisation, _ => CustomerKind.Consumer };
        var (person, town) = (words.Person(dice), words.Town(dice));
        var name = kind switch
        {
            CustomerKind.Company => words.Company(dice, town.Town),
            CustomerKind.Organisation => words.Organisation(dice, town.Town),
            CustomerKind.SoleTrader when dice.Is(30) => $"{person.Given} {person.Family} - {words.Trade(dice)}",
            _ => $"{person.Given} {person.Family}",
        };
        var register = kind == CustomerKind.Consumer ? null : Numbers.Register(seed, index);
        var slovakTax = register is not null && words == Vocabulary.Slovak ? Numbers.SlovakTax(dice) : null;
        return new(index, words, kind, name, person)
        {
            RegisterNumber = register,
            VatNumber = register is null || dice.Is(40) ? null
                : slovakTax is not null ? "SK" + slovakTax
                : kind == CustomerKind.SoleTrader ? Numbers.SpecialVat(dice)
                : "CZ" + register,
            TaxNumber = slovakTax,
            Street = words.Street(dice),
            Town = town,
            DataBox = register is not null && slovakTax is null && dice.Is(90) ? Numbers.DataBox(dice) : null,
            IsSecondOfCompany = dice.Below(200) == 0,
            Dice = dice,
        };
    }
}
