using System.Globalization;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>What is mailed about access to a customer.</summary>
internal static class AccessLetters
{
    public static Letter NewMember(string customer, string email, MemberRole role, DateTimeOffset until, string token) => new(
        nameof(NewMember), AccessRequestsTexts.NewMemberSubject,
        [Fill(AccessRequestsTexts.NewMemberWho, email, customer, Words.Of(role)), AccessRequestsTexts.NewMemberFine, Fill(AccessRequestsTexts.NewMemberNotUs, until.ToText())],
        new LetterButton(AccessRequestsTexts.NotUsButton, $"/access-requests/dispute?token={token}"));

    public static Letter Approved(string customer, CustomerNumber number, MemberRole role) => new(
        nameof(Approved), AccessRequestsTexts.ApprovedSubject, [Fill(AccessRequestsTexts.ApprovedWhat, customer, number, Words.Of(role)), AccessRequestsTexts.ApprovedNext],
        new LetterButton(AccessRequestsTexts.ApprovedButton, "/companies"));

    public static Letter Refused() => new(
        nameof(Refused), AccessRequestsTexts.RefusedSubject, [AccessRequestsTexts.RefusedWhat, AccessRequestsTexts.RefusedNext],
        new LetterButton(AccessRequestsTexts.RefusedButton, "/access-requests"));

    public static Letter MemberDisputed(CustomerNumber number) => new(
        nameof(MemberDisputed), AccessRequestsTexts.DisputedSubject, [Fill(AccessRequestsTexts.DisputedWhat, number), AccessRequestsTexts.DisputedNext],
        new LetterButton(AccessRequestsTexts.DisputedButton, "/administration/requests"));

    private static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
