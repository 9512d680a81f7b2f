using System.Globalization;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>What stands in the filled database, computed from the order of a row, so that a measure knows what to look for without asking.</summary>
internal sealed class FilledWorld(int customers)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public int Customers => customers;

    public int Licences => customers * 5;

    /// <summary>An opaque id in the order of time, as SQLite holds it.</summary>
    public static byte[] Id(int table, int order)
    {
        var dice = new Dice(((ulong)table << 40) + (ulong)order);
        var id = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(id, 0x019A000000000000 + ((long)order << 8) + table);
        for (var i = 8; i < 16; i++)
            id[i] = (byte)dice.Under(256);
        return id;
    }

    public static string Number(int customer) => (5_000_000_000L + (customer * 10L) + 6).ToString(CultureInfo.InvariantCulture);

    public static bool IsCompany(int customer) => customer % 5 < 2;

    public static string Name(int customer)
    {
        var dice = new Dice((ulong)customer);
        return IsCompany(customer) ? FilledNames.Company(dice) : FilledNames.Person(dice);
    }

    public static string Register(int customer) => (10_000_000 + (customer * 61L % 89_999_999)).ToString(CultureInfo.InvariantCulture);

    public static string Email(int customer) => $"{TypedText.Compact(Ascii(Name(customer)))!.ToLowerInvariant()}{customer}@example.cz";

    public static string Phone(int customer) => $"+420{600_000_000 + (customer * 97L % 199_999_999)}";

    /// <summary>A number of ours: in the order of <paramref name="order"/>, so that rows can be written in the order of their key.</summary>
    public string LicenceNumber(int order)
    {
        var numbers = Licences + (Licences / 10);
        var dice = new Dice(0xA000_0000_0000 + (ulong)order);
        var head = (ulong)((UInt128)(ulong)order * (1UL << 40) / (ulong)numbers);
        Span<char> text = stackalloc char[16];
        for (var i = 7; i >= 0; i--, head >>= 5)
            text[i] = Alphabet[(int)(head & 31)];
        for (var i = 8; i < 15; i++)
            text[i] = Alphabet[dice.Under(32)];
        return string.Concat(text[..15], Crockford.CheckCharacter(text[..15].ToString()).ToString());
    }

    /// <summary>The licence of a number; numbers lie in another order than licences. Those beyond the first of each are replaced ones.</summary>
    public int LicenceOf(int order) => (int)(order * 999_983L % Licences);

    private static string Ascii(string name) => CustomerCentre.Domain.Customers.SearchText.Normalize(name).Replace(' ', '-');
}
