using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Tells a person by mail that something about the safety of the account changed. Every such letter carries "it was not me", by which <see cref="Security.DisownChange"/>
/// gives the account back.
/// </summary>
public sealed class SecurityLetters(CustomerCentreDb db, Outbox outbox, IOptions<OperatorOptions> operatorOptions, TimeProvider time)
{
    /// <summary>The page of "it was not me".</summary>
    public const string NotMePath = "/account/not-me";

    /// <summary>Adds the letter to the caller's transaction.</summary>
    /// <param name="account">To whom.</param>
    /// <param name="kind">Kind of mail.</param>
    /// <param name="subject">Subject; the name of the account is put into it.</param>
    /// <param name="text">What happened, in one sentence or two; the name of the account is put into it.</param>
    /// <param name="to">Another mailbox than the account's own, when that is what changed.</param>
    public void Send(Account account, string kind, Func<string> subject, Func<string> text, EmailAddress? to = null)
    {
        var (mailbox, now) = (to ?? EmailAddress.Parse(account.Email!), time.GetUtcNow());
        var notice = new SafetyNotice(account.Id, mailbox, now);
        var (link, token) = MailedLink.Create(LinkPurpose.DisownChange, notice.Id, now + SafetyNotice.Lifetime);
        db.AddRange(notice, link);
        outbox.Add(mailbox, account.Language, () =>
            new Letter(kind, Say(subject()), [Say(text()), SafetyTexts.NotYou], new LetterButton(SafetyTexts.NotYouButton, $"{NotMePath}?token={token}")));
    }

    private string Say(string text) => string.Format(CultureInfo.CurrentCulture, text, operatorOptions.Value.AccountBrand);
}
