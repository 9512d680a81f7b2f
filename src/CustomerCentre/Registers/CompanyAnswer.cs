using System.ComponentModel;

namespace CustomerCentre.Registers;

/// <summary>What an outside register says about a number. Three answers, never two: an outage is not a "no" (domain.md §9).</summary>
public enum RegisterState
{
    /// <summary>The register knows the number.</summary>
    Valid,

    /// <summary>The register answered that it knows no such number.</summary>
    Invalid,

    /// <summary>Nobody could be asked: "not verified". The person goes on by hand.</summary>
    Unknown,
}

/// <summary>The answer about one company, to be stored with its source and time.</summary>
/// <param name="State">Whether the register knows the company.</param>
/// <param name="Company">What it knows, filled only when <see cref="RegisterState.Valid"/>; a suggestion that the person confirms.</param>
/// <param name="Source">Who answered, one of <see cref="RegisterSources"/>; empty when nobody was asked.</param>
/// <param name="At">When the source answered; a remembered answer keeps the time at which it was given.</param>
[ImmutableObject(true)]
public sealed record CompanyAnswer(RegisterState State, CompanyRecord? Company, string Source, DateTimeOffset At);

/// <summary>Codes of the sources of an answer, for storing and for choosing the text that a person reads.</summary>
public static class RegisterSources
{
    /// <summary>Czech register of economic subjects.</summary>
    public const string Ares = "ARES";

    /// <summary>Slovak register of legal persons.</summary>
    public const string Rpo = "RPO";

    /// <summary>VAT numbers of the European Union.</summary>
    public const string Vies = "VIES";

    /// <summary>The bundled sample register; must be named to the person as such.</summary>
    public const string Sample = "Sample";
}
