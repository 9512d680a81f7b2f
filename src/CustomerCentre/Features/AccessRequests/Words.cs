using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Forms;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>Words for states and roles.</summary>
internal static class Words
{
    public static string Of(MemberRole role) => role switch
    {
        MemberRole.Manager => AccessRequestsTexts.RoleManager,
        MemberRole.Colleague => AccessRequestsTexts.RoleColleague,
        _ => AccessRequestsTexts.RoleReader,
    };

    public static (string Text, Tone Tone) Of(AccessRequestState state) => state switch
    {
        AccessRequestState.Pending => (AccessRequestsTexts.StatePending, Tone.Info),
        AccessRequestState.Approved => (AccessRequestsTexts.StateApproved, Tone.Success),
        AccessRequestState.Refused => (AccessRequestsTexts.StateRefused, Tone.Error),
        AccessRequestState.Disputed => (AccessRequestsTexts.StateDisputed, Tone.Error),
        _ => (AccessRequestsTexts.StateWithdrawn, Tone.Neutral),
    };
}
