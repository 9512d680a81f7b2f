using System.Globalization;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Legal;

/// <summary>What the one who answers for personal data reads. Whether the sender was signed in says how far the identity is known already.</summary>
internal static class DataRequestLetter
{
    public static Letter Write(AskAboutData.Command command, string? signedInAs) => new(
        "PersonalDataRequest",
        LegalTexts.LetterSubject,
        [
            Say(LegalTexts.LetterRight, Words(command.Right!.Value)),
            Say(LegalTexts.LetterFrom, command.Name, command.Email.Trim()),
            signedInAs is null ? LegalTexts.LetterVisitor : Say(LegalTexts.LetterSignedIn, signedInAs),
            .. (command.Message ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            LegalTexts.LetterDue,
        ]);

    public static IEnumerable<Choice<PersonalDataRight?>> Choices => Enum.GetValues<PersonalDataRight>().Select(right => new Choice<PersonalDataRight?>(right, Words(right)));

    private static string Words(PersonalDataRight right) => right switch
    {
        PersonalDataRight.Access => LegalTexts.AskAccess,
        PersonalDataRight.Correct => LegalTexts.AskCorrect,
        PersonalDataRight.Erase => LegalTexts.AskErase,
        PersonalDataRight.Object => LegalTexts.AskObject,
        _ => LegalTexts.AskOther,
    };

    private static string Say(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
