using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Generating;

/// <summary>Whom the operator has on file at a made-up customer.</summary>
internal static class GeneratedContacts
{
    private const int LongestLabel = 40;
    private const int CustomersOfAccountant = 50;

    /// <summary>The columns of an imported file of contacts; none, one or a few.</summary>
    public static IEnumerable<string?[]> Of(GeneratedCustomer customer)
    {
        var (dice, country) = (customer.Dice, customer.Words.Country);
        var domain = Domain(customer);
        if (dice.Is(92))
            yield return [customer.Number, Full(customer.Person), Mailbox(customer.Person) + "@" + domain, dice.Is(80) ? Numbers.Phone(dice, country) : null];
        if (customer.Kind is CustomerKind.Company or CustomerKind.Organisation && dice.Is(35))
            yield return [customer.Number, null, "fakturace@" + domain, null];
        if (dice.Is(6))
            yield return [customer.Number, Full(customer.Words.Person(dice)), null, Numbers.Phone(dice, country)];
        // One accountant keeps the books of many.
        if (dice.Is(4))
            yield return [customer.Number, null, $"ucetni{customer.Index / CustomersOfAccountant}@ucetnictvi.example.cz", null];
    }

    private static string Full((string Given, string Family) person) => $"{person.Given} {person.Family}";

    private static string Mailbox((string Given, string Family) person) => Ascii(Full(person), '.');

    private static string Domain(GeneratedCustomer customer)
    {
        var end = customer.Words.Country == Country.Czechia ? "example.cz" : "example.sk";
        if (customer.Kind is CustomerKind.Consumer or CustomerKind.SoleTrader)
            return $"posta{customer.Index % 10}.{end}";
        var label = Ascii(customer.Name, '-');
        return $"{(label.Length > LongestLabel ? label[..LongestLabel].TrimEnd('-') : label)}.{end}";
    }

    private static string Ascii(string text, char between) => SearchText.Normalize(text).ToLowerInvariant().Replace(' ', between);
}
