namespace CustomerCentre.Generating;

/// <summary>
/// Random numbers that are the same for ever after the same beginning (SplitMix64 by Steele, Lea and Flood): the framework promises that of none of its own.
/// </summary>
internal sealed class Dice(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = state;

    /// <summary>The dice of one member of a world, whoever was asked for before it.</summary>
    public static Dice For(int seed, long index) => new(Mix(Mix((ulong)seed + Step) ^ (ulong)index));

    /// <summary>64 random bits.</summary>
    public ulong Bits() => Mix(state += Step);

    /// <summary>A whole number from 0, less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((Bits() >> 32) * (ulong)count) >> 32);

    /// <summary>A whole number within bounds, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True as often as said.</summary>
    public bool Is(int percent) => Below(100) < percent;

    /// <summary>A day within bounds, both included.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
