using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Features.Cookies;

/// <summary>What the browser being answered has allowed, and whether it is to be asked.</summary>
/// <param name="Allowed">What may be loaded and set now.</param>
/// <param name="Choice">The choice in its cookie, also one that holds no more; null for who has not chosen.</param>
/// <param name="Asks">Whether to ask.</param>
/// <param name="TextChanged">Whether it is asked again because the text changed.</param>
public sealed record ConsentState(CookieGroups Allowed, ConsentChoice? Choice, bool Asks, bool TextChanged = false)
{
    private static readonly object Mark = new();

    /// <summary>What holds for answers that are no pages.</summary>
    public static readonly ConsentState Nothing = new(CookieGroups.Necessary, null, Asks: false);

    /// <summary>Judges what the browser carries; whether the proof still says so is another question.</summary>
    public static ConsentState Of(ConsentChoice? choice, string textVersion, DateTimeOffset now) => choice switch
    {
        null => new(CookieGroups.Necessary, null, Asks: true),
        _ when choice.TextVersion != textVersion => new(CookieGroups.Necessary, choice, Asks: true, TextChanged: true),
        _ when choice.Until <= now => new(CookieGroups.Necessary, choice, Asks: true),
        _ => new(choice.Groups, choice, Asks: false),
    };

    public static ConsentState In(HttpContext http) => http.Items.TryGetValue(Mark, out var state) ? (ConsentState)state! : Nothing;

    public void Keep(HttpContext http) => http.Items[Mark] = this;
}
