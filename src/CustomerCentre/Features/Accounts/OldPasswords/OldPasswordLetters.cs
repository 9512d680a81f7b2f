using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>The letters about coming from the old services, put into the caller's transaction.</summary>
public sealed class OldPasswordLetters(Outbox outbox, OldServiceNames names, IOptions<OperatorOptions> operators, TimeProvider time)
{
    /// <summary>Which services are one account now and which password is valid, never the password itself.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="joined">The old passwords, all deleted.</param>
    /// <param name="living">The one that lives on; null when a new one was set.</param>
    public void SendReceipt(Account account, IReadOnlyList<OldPassword> joined, OldPassword? living)
    {
        var since = time.GetUtcNow();
        outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () =>
        {
            var dead = joined.Where(old => old != living).Select(old => old.Service).ToList();
            var services = Say(OldPasswordsTexts.ReceiptServices, since.ToText(), operators.Value.AccountBrand, names.Of(joined.Select(old => old.Service)));
            var valid = living is null ? OldPasswordsTexts.ReceiptNewPassword : Say(OldPasswordsTexts.ReceiptPassword, names.Of(living.Service));
            List<string> text = [services, valid];
            if (dead.Count > 0)
                text.Add(Say(OldPasswordsTexts.ReceiptDead, names.Of(dead)));
            text.Add(OldPasswordsTexts.ReceiptStranger);
            return new Letter("ServicesJoined", Say(OldPasswordsTexts.ReceiptSubject, operators.Value.AccountBrand), text,
                new LetterButton(AccountsTexts.ForgottenTitle, "/account/forgotten-password"));
        });
    }

    public void SendCode(EmailAddress to, string language, string digits) => outbox.Add(to, language, () =>
        new Letter("FirstSignInCode", OldPasswordsTexts.CodeSubject, [Say(OldPasswordsTexts.CodeText, CallerDigits.Show(digits)), OldPasswordsTexts.CodeStranger]));

    public void SendJoinCode(EmailAddress to, string language, string digits) => outbox.Add(to, language, () =>
        new Letter("JoinCode", OldPasswordsTexts.JoinCodeSubject, [Say(OldPasswordsTexts.JoinCodeText, CallerDigits.Show(digits)), OldPasswordsTexts.CodeStranger]));

    /// <summary>Tells both e-mails that the old accounts of one are part of the account of the other.</summary>
    public void SendJoined(Account account, IReadOnlyList<OldPassword> joined)
    {
        foreach (var to in (EmailAddress[])[EmailAddress.Parse(account.Email!), joined[0].Email])
        {
            outbox.Add(to, account.Language, () => new Letter(
                "OldAccountJoined", Say(OldPasswordsTexts.ReceiptSubject, operators.Value.AccountBrand),
                [Say(OldPasswordsTexts.JoinedText, names.Of(joined.Select(old => old.Service)), joined[0].Email.Masked, EmailAddress.Parse(account.Email!).Masked), OldPasswordsTexts.JoinedDead, OldPasswordsTexts.ReceiptStranger],
                new LetterButton(AccountsTexts.ForgottenTitle, "/account/forgotten-password")));
        }
    }

    /// <summary>Answers a sign-up with an e-mail that has old passwords: it leads to signing in.</summary>
    public Letter Known(IEnumerable<string> services) => new(
        "OldAccountExists", Say(OldPasswordsTexts.KnownSubject, operators.Value.AccountBrand),
        [Say(OldPasswordsTexts.KnownText, names.Of(services)), AccountsTexts.ExistsForgotten, AccountsTexts.NotYou],
        new LetterButton(AccountsTexts.SignIn, "/account/sign-in"));

    private static string Say(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
