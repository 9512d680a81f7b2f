using System.Globalization;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Mail;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Administration;

/// <summary>What is mailed about roles of the operator's.</summary>
internal static class StaffLetters
{
    public static Letter RoleGiven(OperatorRole role) => new(
        nameof(RoleGiven), PeopleTexts.GivenSubject, [Fill(PeopleTexts.GivenWhat, RoleWords.Of(role)), RoleWords.About(role), PeopleTexts.GivenIdle],
        new LetterButton(PeopleTexts.GivenButton, "/account/profile"));

    public static Letter RoleTaken(OperatorRole role) => new(
        nameof(RoleTaken), PeopleTexts.TakenSubject, [Fill(PeopleTexts.TakenWhat, RoleWords.Of(role)), PeopleTexts.TakenNext]);

    private static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
