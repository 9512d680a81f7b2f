using CustomerCentre.Domain.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>Words for cases, the same for staff and for the person.</summary>
internal static class CaseWords
{
    public static string Of(AccountCaseKind kind) => kind == AccountCaseKind.NewEmail ? CasesTexts.KindNewEmail : CasesTexts.KindFactorOff;

    public static string Of(AccountCaseState state) => state switch
    {
        AccountCaseState.Waiting => CasesTexts.StateWaiting,
        AccountCaseState.Approved => CasesTexts.StateApproved,
        AccountCaseState.Stopped => CasesTexts.StateStopped,
        AccountCaseState.Done => CasesTexts.StateDone,
        _ => CasesTexts.StateExpired,
    };

    public static Tone ToneOf(AccountCaseState state) => state switch
    {
        AccountCaseState.Waiting or AccountCaseState.Approved => Tone.Warning,
        AccountCaseState.Done => Tone.Success,
        _ => Tone.Info,
    };
}
