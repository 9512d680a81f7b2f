using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Partners;

/// <summary>Words for what a stock holds.</summary>
internal static class StockWords
{
    /// <summary>What an address asks for; everything when it is no word of ours.</summary>
    public static StockShow ShowOf(string? word) => Enum.TryParse<StockShow>(word, ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : StockShow.All;

    public static string Of(LicenceState state) => state switch
    {
        LicenceState.Registered => PartnersTexts.StateRegistered,
        LicenceState.Ended => PartnersTexts.StateEnded,
        _ => PartnersTexts.StateWaiting,
    };

    public static string Of(StockShow show) => show switch
    {
        StockShow.Waiting => PartnersTexts.ShowWaiting,
        StockShow.Registered => PartnersTexts.ShowRegistered,
        _ => PartnersTexts.ShowAll,
    };

    public static string Of(LicenceKind kind, int quantity) => kind == LicenceKind.Cal ? $"{LicenceWords.Of(kind)} +{quantity}" : LicenceWords.Of(kind);

    /// <summary>The end of a number, which may be shown where the number itself may not.</summary>
    public static string Ending(string lastFour) => $"…{lastFour}";
}
