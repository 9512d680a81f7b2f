using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts;

/// <summary>The letters about signing up and passwords, put into the caller's transaction.</summary>
public sealed class AccountLetters(CustomerCentreDb db, Outbox outbox, LinkDesk links, OldPasswordLetters oldLetters, IOptions<OperatorOptions> operatorOptions)
{
    public const string ConfirmPath = "/account/confirm-email";
    public const string ResetPath = "/account/reset-password";

    /// <summary>How long an unconfirmed sign-up, and so its link, lives.</summary>
    public static readonly TimeSpan SignUpLives = TimeSpan.FromDays(7);

    public static readonly TimeSpan ResetLives = TimeSpan.FromHours(1);

    private string Brand => operatorOptions.Value.AccountBrand;

    /// <summary>Answers a sign-up: with a link, or, when the e-mail has an account here or in an old service, with the way to it. A link is made in both cases, so both are the same work.</summary>
    public async Task AnswerSignUp(SignUp signUp, CancellationToken cancellationToken)
    {
        var token = await links.Issue(LinkPurpose.ConfirmEmail, signUp.Id, signUp.CreatedAt + SignUpLives, cancellationToken);
        var account = await db.Users.Where(a => a.NormalizedEmail == signUp.Email.Normalized).Select(a => new { HasPassword = a.PasswordHash != null }).SingleOrDefaultAsync(cancellationToken);
        var services = await db.OldPasswords.Where(old => old.NormalizedEmail == signUp.Email.Normalized).OrderBy(old => old.Service).Select(old => old.Service).ToListAsync(cancellationToken);
        outbox.Add(signUp.Email, signUp.Language, () => services.Count > 0 && account is not { HasPassword: true } ? oldLetters.Known(services) : account is not null
            ? new Letter("AccountExists", Say(AccountsTexts.ExistsSubject), [Say(AccountsTexts.ExistsText), AccountsTexts.ExistsForgotten, AccountsTexts.NotYou],
                new LetterButton(AccountsTexts.SignIn, "/account/sign-in"))
            : new Letter("ConfirmEmail", Say(AccountsTexts.ConfirmSubject), [Say(AccountsTexts.ConfirmMailText), AccountsTexts.ConfirmMailLives, AccountsTexts.ConfirmMailStranger],
                new LetterButton(AccountsTexts.ConfirmButton, $"{ConfirmPath}?token={token}")));
    }

    public void SendResetLink(EmailAddress to, string language, string token) => outbox.Add(to, language, () =>
        new Letter("ResetPassword", Say(AccountsTexts.ResetSubject), [Say(AccountsTexts.ResetMailText), AccountsTexts.ResetMailLives, AccountsTexts.NotYou],
            new LetterButton(AccountsTexts.ResetButton, $"{ResetPath}?token={token}")));

    public void SendNoAccount(EmailAddress to, string language) => outbox.Add(to, language, () =>
        new Letter("NoAccount", Say(AccountsTexts.NoAccountSubject), [Say(AccountsTexts.NoAccountText), AccountsTexts.NoAccountNext, AccountsTexts.NotYou],
            new LetterButton(AccountsTexts.SignUp, "/account/sign-up")));

    private string Say(string text) => string.Format(CultureInfo.CurrentCulture, text, Brand);
}
