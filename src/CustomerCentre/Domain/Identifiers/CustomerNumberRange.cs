using System.Globalization;

namespace CustomerCentre.Domain.Identifiers;

/// <summary>
/// The numbers we issue: a counted part of nine digits and one Damm check digit, ten digits together. Our decision, as
/// is the range, a setting chosen so that it stays clear of the numbers issued before us.
/// </summary>
/// <param name="First">First counted part, from 0.</param>
/// <param name="Last">Last counted part, at most 999,999,999.</param>
/// <exception cref="ArgumentOutOfRangeException">The bounds are crossed or longer than nine digits.</exception>
public sealed record CustomerNumberRange(long First, long Last)
{
    private const long Highest = 999_999_999;
    private const int Length = 10;

    /// <summary>First counted part.</summary>
    public long First { get; } = First is >= 0 and <= Highest ? First : throw new ArgumentOutOfRangeException(nameof(First));

    /// <summary>Last counted part.</summary>
    public long Last { get; } = Last >= First && Last <= Highest ? Last : throw new ArgumentOutOfRangeException(nameof(Last));

    /// <summary>The number of the counted part <paramref name="counted"/>, with its check digit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends before it: a new range has to be set.</exception>
    public CustomerNumber At(long counted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counted, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counted, Last);
        var digits = counted.ToString("D9", CultureInfo.InvariantCulture);
        return CustomerNumber.FromStored(digits + Damm.CheckDigit(digits));
    }

    /// <summary>Whether we could have issued the number: of our range, with the right check digit.</summary>
    public bool Contains(CustomerNumber number) => Covers(number) && Damm.Fits(number.Value);

    /// <summary>
    /// Whether the number looks like ours but its check digit is wrong, so it can be called a slip of the hand before
    /// any look-up. Never true for an imported number of another length.
    /// </summary>
    public bool HasWrongCheckDigit(CustomerNumber number) => Covers(number) && !Damm.Fits(number.Value);

    private bool Covers(CustomerNumber number) =>
        number.Value.Length == Length
        && long.Parse(number.Value.AsSpan(0, Length - 1), NumberStyles.None, CultureInfo.InvariantCulture) is var counted
        && counted >= First && counted <= Last;
}
