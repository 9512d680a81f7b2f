using System.Globalization;

namespace CustomerCentre.Benchmarks.Lookup;

/// <summary>Names as they are spread in Czechia: few are very common, most are rare, and companies like the same words.</summary>
internal static class FilledNames
{
    private static readonly string[] Given =
        ["Jan", "Jiří", "Petr", "Josef", "Pavel", "Martin", "Tomáš", "Jaroslav", "Miroslav", "Zdeněk", "František", "Václav", "Michal", "Milan", "Karel", "Jakub", "Lukáš", "David", "Vladimír", "Ladislav", "Ondřej", "Stanislav", "Roman", "Marek", "Radek", "Bohumil", "Vojtěch", "Čeněk", "Hynek", "Zbyněk"];

    private static readonly string[] Families =
        ["Novák", "Svoboda", "Novotný", "Dvořák", "Černý", "Procházka", "Kučera", "Veselý", "Horák", "Němec", "Pokorný", "Pospíšil", "Marek", "Hájek", "Jelínek", "Král", "Růžička", "Beneš", "Fiala", "Sedláček", "Doležal", "Zeman", "Nguyen", "Kolář", "Krejčí", "Navrátil", "Čermák", "Vaněk", "Urban", "Blažek", "Kříž", "Kovář", "Kratochvíl", "Bartoš"];

    private static readonly string[] Trades =
        ["Stavby", "Servis", "Auto", "Elektro", "Obchod", "Doprava", "Reality", "Účetnictví", "Zahrady", "Nábytek", "Tisk", "Voda", "Topení", "Okna", "Střechy", "Potraviny", "Pekárna", "Consulting", "Invest", "Group", "Trade", "Systems"];

    private static readonly string[] Cities =
        ["Praha", "Brno", "Ostrava", "Plzeň", "Liberec", "Olomouc", "Jihlava", "Zlín", "Pardubice", "Kladno", "Most", "Opava", "Tábor", "Znojmo", "Přerov"];

    private static readonly string[] Syllables = ["ba", "če", "do", "fi", "ha", "ja", "ko", "le", "ma", "ně", "po", "ra", "se", "to", "vy", "zu", "šti", "kra", "dlo", "pře"];

    public static string City(Dice dice) => Cities[dice.Common(Cities.Length)];

    public static string Person(Dice dice) => $"{Given[dice.Common(Given.Length)]} {Family(dice)}";

    public static string Company(Dice dice) => dice.Under(5) switch
    {
        0 => $"{Family(dice)} {Trades[dice.Common(Trades.Length)]}, s.r.o.",
        1 => $"{Trades[dice.Common(Trades.Length)]} {City(dice)}, s.r.o.",
        2 => $"{Made(dice)} {Trades[dice.Common(Trades.Length)]}, a.s.",
        3 => $"{Trades[dice.Common(Trades.Length)]} {Trades[dice.Under(Trades.Length)]} {Made(dice)}, s.r.o.",
        _ => $"{Made(dice)}, s.r.o.",
    };

    // A quarter bears one of the common names, the others one of many thousands.
    private static string Family(Dice dice) => dice.Under(4) == 0 ? Families[dice.Common(Families.Length)] : Made(dice);

    private static string Made(Dice dice)
    {
        var name = string.Concat(Enumerable.Range(0, 3 + dice.Under(2)).Select(_ => Syllables[dice.Under(Syllables.Length)]));
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
    }
}

/// <summary>Repeatable chance: the same row has the same dice in every run.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = (seed + 1) * 0x9E3779B97F4A7C15;

    public int Under(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    /// <summary>A number of which the small ones are more common than the great ones.</summary>
    public int Common(int limit) => Under(1 + Under(limit));
}
