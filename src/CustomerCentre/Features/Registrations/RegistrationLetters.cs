using System.Globalization;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.Registrations;

/// <summary>What is mailed about registrations. Never a licence number.</summary>
internal static class RegistrationLetters
{
    public static Letter CustomerOpened(CustomerNumber number, string name) => new(
        nameof(CustomerOpened), RegistrationsTexts.OpenedSubject,
        [Fill(RegistrationsTexts.OpenedNumber, name, number), RegistrationsTexts.OpenedUse, RegistrationsTexts.OpenedNext],
        new LetterButton(RegistrationsTexts.OpenedButton, "/licences"));

    public static Letter OwnerInvited(string name, string invitedBy, DateTimeOffset until, string token) => new(
        nameof(OwnerInvited), RegistrationsTexts.InvitedSubject,
        [Fill(RegistrationsTexts.InvitedWhy, invitedBy, name), RegistrationsTexts.InvitedWhat, Fill(RegistrationsTexts.InvitedUntil, until.ToText())],
        new LetterButton(RegistrationsTexts.InvitedButton, $"/account/invitation?token={token}"));

    private static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
