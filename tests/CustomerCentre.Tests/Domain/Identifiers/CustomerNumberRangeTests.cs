using CustomerCentre.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerCentre.Tests.Domain.Identifiers;

public sealed class CustomerNumberRangeTests
{
    private const int Numbers = 100_000;
    private static readonly CustomerNumberRange Whole = new(0, 999_999_999);
    private static readonly CustomerNumberRange Ours = new(500_000_000, 599_999_999);

    [Theory]
    [InlineData(572, "0000005724")]
    [InlineData(0, "0000000000")]
    public void A_number_is_nine_counted_digits_and_the_check_digit_of_Damm(long counted, string value) =>
        Whole.At(counted).Value.ShouldBe(value);

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        var unnoticed = 0;
        foreach (var digits in Spread())
        {
            for (var place = 0; place < digits.Length; place++)
            {
                var right = digits[place];
                for (var wrong = '0'; wrong <= '9'; wrong++)
                {
                    digits[place] = wrong;
                    unnoticed += wrong != right && !IsNoticed(digits) ? 1 : 0;
                }

                digits[place] = right;
            }
        }

        unnoticed.ShouldBe(0);
    }

    [Fact]
    public void Every_swap_of_two_neighbours_is_noticed()
    {
        var unnoticed = 0;
        foreach (var digits in Spread())
        {
            for (var place = 1; place < digits.Length; place++)
            {
                (digits[place - 1], digits[place]) = (digits[place], digits[place - 1]);
                unnoticed += digits[place - 1] != digits[place] && !IsNoticed(digits) ? 1 : 0;
                (digits[place - 1], digits[place]) = (digits[place], digits[place - 1]);
            }
        }

        unnoticed.ShouldBe(0);
    }

    [Fact]
    public void What_is_issued_is_ours_and_right() =>
        Prop.ForAll(Gen.Choose(500_000_000, 599_999_999).ToArbitrary(), counted =>
            Ours.At(counted) is var number && Ours.Contains(number) && !Ours.HasWrongCheckDigit(number)
            && CustomerNumber.Parse(number.ToString()) == number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("4999999990")]
    [InlineData("6000000001")]
    [InlineData("500000000")]
    [InlineData("50000000000")]
    public void A_number_outside_the_range_is_neither_ours_nor_mistyped(string text)
    {
        Ours.Contains(CustomerNumber.Parse(text)).ShouldBeFalse();
        Ours.HasWrongCheckDigit(CustomerNumber.Parse(text)).ShouldBeFalse();
    }

    [Fact]
    public void A_number_of_our_range_is_either_ours_or_mistyped() =>
        Enumerable.Range(0, 10).Select(last => CustomerNumber.Parse($"512345678{last}"))
            .ShouldAllBe(number => Ours.Contains(number) != Ours.HasWrongCheckDigit(number));

    [Theory]
    [InlineData(499_999_999)]
    [InlineData(600_000_000)]
    public void Nothing_is_issued_outside_the_range(long counted) => Should.Throw<ArgumentOutOfRangeException>(() => Ours.At(counted));

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, 1_000_000_000)]
    public void A_range_of_crossed_or_too_long_bounds_does_not_exist(long first, long last) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CustomerNumberRange(first, last));

    // A prime step spreads the numbers over all nine digits instead of leaving the first four at zero.
    private static IEnumerable<char[]> Spread() =>
        Enumerable.Range(0, Numbers).Select(i => Whole.At(i * 9_973L).Value.ToCharArray());

    private static bool IsNoticed(char[] digits) =>
        CustomerNumber.FromStored(new string(digits)) is var number && Whole.HasWrongCheckDigit(number) && !Whole.Contains(number);
}
