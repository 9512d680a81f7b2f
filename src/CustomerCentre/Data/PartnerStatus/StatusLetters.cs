using System.Globalization;
using CustomerCentre.Mail;
using CustomerCentre.Resources;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>What is mailed about partners' checks.</summary>
internal static class StatusLetters
{
    public static Letter ChecksLimited(string partner, string code, int most) => new(
        nameof(ChecksLimited), ApiTexts.ChecksLimitedSubject,
        [string.Format(CultureInfo.CurrentCulture, ApiTexts.ChecksLimitedWhat, partner, code, most), ApiTexts.ChecksLimitedNext],
        new LetterButton(ApiTexts.ChecksLimitedButton, "/administration/credentials"));
}
