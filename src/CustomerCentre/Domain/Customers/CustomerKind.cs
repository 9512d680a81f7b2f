namespace CustomerCentre.Domain.Customers;

/// <summary>What a customer is; decides which details it has.</summary>
public enum CustomerKind
{
    /// <summary>A company (s.r.o., a.s., …): register number.</summary>
    Company,

    /// <summary>A natural person in business: register number, personal data.</summary>
    SoleTrader,

    /// <summary>A school, municipality, association: register number.</summary>
    Organisation,

    /// <summary>A natural person not in business: no register number.</summary>
    Consumer,
}

/// <summary>What follows from a kind.</summary>
public static class CustomerKinds
{
    /// <summary>Whether it is a person, so that details are personal data and partners may not ask until allowed.</summary>
    public static bool IsNaturalPerson(this CustomerKind kind) => kind is CustomerKind.SoleTrader or CustomerKind.Consumer;

    /// <summary>Whether partners may check a customer of this kind: a natural person only after allowing it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="said">What the customer's people said of partners' checks; nothing until they say.</param>
    public static bool AllowsPartnerChecks(this CustomerKind kind, bool? said) => said ?? !kind.IsNaturalPerson();
}
