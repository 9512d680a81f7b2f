using System.Globalization;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Support.Customers;
using CustomerCentre.Forms;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Support;

/// <summary>Words of the pages of staff.</summary>
internal static class SupportWords
{
    public static string Of(LookUpReason reason) => Text("Reason", reason);

    /// <summary>What a reason means, in a few words.</summary>
    public static string Explain(LookUpReason reason) => Text("About", reason);

    public static string Of(AccessProof proof) => Text("Proof", proof);

    public static (string Text, Tone Tone) Of(AccessRequestState state) => state switch
    {
        AccessRequestState.Pending => (AccessRequestsTexts.StatePending, Tone.Info),
        AccessRequestState.Approved => (AccessRequestsTexts.StateApproved, Tone.Success),
        AccessRequestState.Refused => (AccessRequestsTexts.StateRefused, Tone.Error),
        AccessRequestState.Disputed => (AccessRequestsTexts.StateDisputed, Tone.Error),
        _ => (AccessRequestsTexts.StateWithdrawn, Tone.Neutral),
    };

    public static (string Text, Tone Tone) Of(LicenceState state, LicenceEnd? reason) => state switch
    {
        LicenceState.InStock => (SupportTexts.StateInStock, Tone.Neutral),
        LicenceState.Sold => (SupportTexts.StateSold, Tone.Info),
        LicenceState.Registered => (SupportTexts.StateRegistered, Tone.Success),
        _ => (reason switch { LicenceEnd.Returned => LicencesTexts.StandingReturned, LicenceEnd.Blocked => LicencesTexts.StandingBlocked, _ => LicencesTexts.StandingCancelled }, Tone.Error),
    };

    /// <summary>An audited event in words; of a shown personal value also which.</summary>
    public static string? Of(string? what, string? note)
    {
        if (what is null)
            return null;
        var text = EventWords.Of(what);
        return what == "PersonalDataShown" && Enum.TryParse<PersonalDataKind>(note, out var kind) ? $"{text}: {Text("Field", kind)}" : text;
    }

    public static string LookedUp(OperatorRole role, LookUpReason reason) =>
        string.Format(CultureInfo.CurrentCulture, SupportTexts.LookedUp, Text("Staff", role), Of(reason));

    public static string Checked(CheckChannel channel, CheckPurpose purpose) =>
        string.Format(CultureInfo.CurrentCulture, SupportTexts.CheckedByPartner, Text("Channel", channel), Text("Purpose", purpose));

    /// <summary>A kind of mail in words.</summary>
    public static string Mail(string kind) => Found($"Mail{kind}") ?? kind;

    private static string Text<T>(string prefix, T value)
        where T : struct, Enum => Found($"{prefix}{value}") ?? throw new InvalidOperationException($"There is no text for {prefix}{value}.");

    private static string? Found(string key) => SupportTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
