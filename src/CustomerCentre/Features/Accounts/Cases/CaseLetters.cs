using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.Cases;

/// <summary>The letters about cases, put into the caller's transaction. Every one to the account's mailbox can stop the case.</summary>
public sealed class CaseLetters(CustomerCentreDb db, Outbox outbox, LinkDesk links, IOptions<OperatorOptions> operators)
{
    public const string StopPath = "/account/case/stop";
    public const string FinishPath = "/account/case/finish";

    /// <summary>A case was opened.</summary>
    public Task TellOpened(Account account, AccountCase opened, CancellationToken cancellationToken) =>
        Warn(account, opened, cancellationToken);

    /// <summary>It was approved: the account's mailbox hears until when it can be stopped, the one it is for how it is finished.</summary>
    public async Task TellApproved(Account account, AccountCase opened, CancellationToken cancellationToken)
    {
        var free = opened.FreeAt!.Value;
        await Warn(account, opened, cancellationToken);
        var link = await links.Issue(LinkPurpose.FinishCase, opened.Id, opened.ExpiresAt, cancellationToken);
        var to = opened.Email ?? EmailAddress.Parse(account.Email!);
        // Whether somebody has the e-mail already is told to its mailbox alone.
        var isTaken = opened.Email is not null && await db.Users.AnyAsync(a => a.NormalizedEmail == to.Normalized, cancellationToken);
        outbox.Add(to, account.Language, () => isTaken
            ? new Letter("EmailTaken", Say(ProfileTexts.EmailTakenSubject), [Say(ProfileTexts.EmailTakenText), AccountsTexts.NotYou], new LetterButton(AccountsTexts.SignIn, "/account/sign-in"))
            : new Letter("FinishCase", Say(CasesTexts.FinishSubject), [Say(TextOf(opened, CasesTexts.FinishEmail, CasesTexts.FinishFactor)), Say(CasesTexts.FinishFrom, free.ToText(), free.ToClock(), opened.ExpiresAt.ToText()), AccountsTexts.NotYou],
                new LetterButton(CasesTexts.FinishButton, $"{FinishPath}?token={link}")));
    }

    /// <summary>It was stopped.</summary>
    public void TellStopped(Account account) => outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () =>
        new Letter("CaseStopped", Say(CasesTexts.StoppedSubject), [CasesTexts.StoppedText]));

    private async Task Warn(Account account, AccountCase opened, CancellationToken cancellationToken)
    {
        var link = await links.Issue(LinkPurpose.StopCase, opened.Id, opened.ExpiresAt, cancellationToken);
        outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => new Letter(
            opened.FreeAt is null ? "CaseOpened" : "CaseApproved", Say(CasesTexts.WarnSubject),
            [Say(TextOf(opened, CasesTexts.WarnEmail, CasesTexts.WarnFactor)), opened.FreeAt is { } free ? Say(CasesTexts.ApprovedNext, free.ToText(), free.ToClock()) : CasesTexts.OpenedNext, CasesTexts.WarnStop],
            new LetterButton(CasesTexts.StopButton, $"{StopPath}?token={link}")));
    }

    private static string TextOf(AccountCase opened, string email, string factor) => opened.Kind == AccountCaseKind.NewEmail ? email : factor;

    private string Say(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, [operators.Value.AccountBrand, .. values]);
}
