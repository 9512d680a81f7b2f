using System.Globalization;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>What the page of the second proof says.</summary>
internal static class StepWords
{
    public static string LeadOf(FactorWay way, bool sent, string sentTo) => way switch
    {
        FactorWay.App => SafetyTexts.StepApp,
        FactorWay.Mail => string.Format(CultureInfo.CurrentCulture, sent ? SafetyTexts.StepMailSent : SafetyTexts.StepMail, sentTo),
        _ => SafetyTexts.StepRecovery,
    };

    /// <summary>Why the proof was not taken; a sign-in that is gone is one to begin again.</summary>
    public static IReadOnlyList<FieldError> Errors<T>(Result<T> answer) => answer.Outcome == Outcome.Invalid ? answer.Errors : [new("", SafetyTexts.StepOver)];
}
