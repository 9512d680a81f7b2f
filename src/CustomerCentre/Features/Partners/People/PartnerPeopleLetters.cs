using System.Globalization;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Partners.People;

/// <summary>What is mailed to a partner's people.</summary>
internal static class PartnerPeopleLetters
{
    public static Letter PartnerInvited(string partner, string invitedBy, PartnerRole role, DateTimeOffset until, string token) => new(
        nameof(PartnerInvited), PeopleTexts.InvitedSubject,
        [Fill(PeopleTexts.InvitedWhat, invitedBy, partner, RoleWords.Of(role)), RoleWords.About(role), Fill(PeopleTexts.InvitedUntil, until.ToText())],
        new LetterButton(PeopleTexts.InvitedButton, $"/account/invitation?token={token}"));

    public static Letter PartnerRoleChanged(string partner, PartnerRole role) => new(
        nameof(PartnerRoleChanged), PeopleTexts.PartnerRoleSubject, [Fill(PeopleTexts.PartnerRoleWhat, partner, RoleWords.Of(role)), RoleWords.About(role)]);

    public static Letter PartnerPersonRemoved(string partner) => new(
        nameof(PartnerPersonRemoved), PeopleTexts.RemovedSubject, [Fill(PeopleTexts.RemovedWhat, partner), PeopleTexts.RemovedNext]);

    private static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
