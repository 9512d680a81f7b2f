using System.Globalization;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>What is mailed about secrets of the API; of a secret only its end is named.</summary>
internal static class SecretLetters
{
    private const string Page = "/partners/api";

    public static Letter Made(string ending, DateTimeOffset until) => new(
        nameof(Made) + "Secret", ApiTexts.SecretMadeSubject, [Fill(ApiTexts.SecretMadeWhat, ending, until.ToText()), ApiTexts.SecretMadeNotYou],
        new LetterButton(ApiTexts.SecretsButton, Page));

    public static Letter Revoked(string ending) => new(
        nameof(Revoked) + "Secret", ApiTexts.SecretRevokedSubject, [Fill(ApiTexts.SecretRevokedWhat, ending), ApiTexts.SecretRevokedNext],
        new LetterButton(ApiTexts.SecretsButton, Page));

    private static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
