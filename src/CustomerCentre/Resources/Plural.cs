using System.Globalization;

namespace CustomerCentre.Resources;

/// <summary>The right form of a word beside a number: 1 licence, 2 licence, 5 licencí.</summary>
public static class Plural
{
    /// <summary>Czech and Slovak have a form for 2 to 4; English uses <paramref name="many"/> for everything but one.</summary>
    public static string Of(int n, string one, string few, string many) => Math.Abs(n) switch
    {
        1 => one,
        2 or 3 or 4 when CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "cs" or "sk" => few,
        _ => many,
    };
}
