using System.ComponentModel;

namespace CustomerCentre.Registers;

/// <summary>The answer about one VAT number.</summary>
/// <param name="State">Whether the number is valid for trade within the EU. A Czech DIČ of a company that is no VAT payer is
/// <see cref="RegisterState.Invalid"/> here and still a right DIČ.</param>
/// <param name="Name">Who holds it; several countries do not disclose it.</param>
/// <param name="Address">The holder's address in the lines of the country, when disclosed.</param>
/// <param name="Source">Who answered, one of <see cref="RegisterSources"/>; empty when nobody was asked.</param>
/// <param name="At">When the source answered.</param>
[ImmutableObject(true)]
public sealed record VatAnswer(RegisterState State, string? Name, string? Address, string Source, DateTimeOffset At)
{
    /// <summary>State and source alone: the holder may be a natural person.</summary>
    public override string ToString() => $"{Source} {State}";
}
