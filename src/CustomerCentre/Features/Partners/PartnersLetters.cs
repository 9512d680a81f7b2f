using System.Globalization;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Partners;

/// <summary>What is mailed to customers on behalf of partners. Never a licence number.</summary>
internal static class PartnersLetters
{
    public static string PathOf(string token) => $"/registrations/link/{token}";

    public static Letter RegistrationLink(string partner, string product, DateTimeOffset until, string token) => new(
        nameof(RegistrationLink), PartnersTexts.LetterSubject,
        [Fill(PartnersTexts.LetterWho, partner, product), PartnersTexts.LetterWhy, Fill(PartnersTexts.LetterUntil, until.ToText()), Fill(PartnersTexts.LetterNotYou, partner)],
        new LetterButton(PartnersTexts.LetterButton, PathOf(token)));

    private static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
