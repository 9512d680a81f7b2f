using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts;

/// <summary>Tells a person by mail that something about the safety of the account changed, with the way out for who did not do it.</summary>
public sealed class SecurityLetters(Outbox outbox, IOptions<OperatorOptions> operatorOptions)
{
    /// <summary>Adds the letter to the caller's transaction.</summary>
    /// <param name="account">To whom.</param>
    /// <param name="kind">Kind of mail.</param>
    /// <param name="subject">Subject; the name of the account is put into it.</param>
    /// <param name="text">What happened, in one sentence or two.</param>
    public void Send(Account account, string kind, Func<string> subject, Func<string> text) => outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () =>
        new Letter(kind, string.Format(CultureInfo.CurrentCulture, subject(), operatorOptions.Value.AccountBrand), [text(), SafetyTexts.NotYou],
            new LetterButton(SafetyTexts.NotYouButton, "/account/forgotten-password")));
}
