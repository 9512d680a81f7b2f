using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Security;

/// <summary>
/// "It was not me": ends every session, takes the password away and gives the account back to the mailbox the notice went to, which gets a link to a new password.
/// Once said, no other notice of the account is good: one that went to a mailbox of the stranger would turn it all round.
/// </summary>
public static class DisownChange
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Command : IRequest<Result<LinkState>>
    {
        public string Token { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Token).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, AccountLocks locks, AccountJoiner joiner, Outbox outbox, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<LinkState>>
    {
        // Longest that passes between a change and the letter about it.
        private static readonly TimeSpan Doing = PendingSignIn.Lifetime;

        public Task<Result<LinkState>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var link = await links.Find(LinkPurpose.DisownChange, command.Token, token);
            if (link is null || await db.SafetyNotices.SingleOrDefaultAsync(n => n.Id == link.SubjectId, token) is not { } notice)
                return Result<LinkState>.NotFound;

            await db.HoldAccount(notice.AccountId, token);
            // Another notice of the same account may have been used while this one waited.
            await db.Entry(link).ReloadAsync(token);
            if (link.StateAt(time.GetUtcNow()) is not LinkState.Valid and var state)
                return state;
            await TakeBack(await db.Users.SingleAsync(account => account.Id == notice.AccountId, token), notice, token);
            await db.SaveChangesAsync(token);
            return (Result<LinkState>)LinkState.Valid;
        }, cancellationToken);

        // Ways of signing in that came with the change or after it may be the stranger's; older ones stay.
        private async Task TakeProofsAway(Account account, DateTimeOffset since, CancellationToken cancellationToken)
        {
            foreach (var passkey in (await db.UserPasskeys.Where(p => p.UserId == account.Id).ToListAsync(cancellationToken)).Where(p => p.Data.CreatedAt >= since))
                db.UserPasskeys.Remove(passkey);
            if (await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account.Id, cancellationToken) is not { IsOn: true } factor)
                return;
            if (factor.AppSince >= since)
                factor.TurnOff(FactorWay.App);
            if (factor.MailSince >= since)
                factor.TurnOff(FactorWay.Mail);
            account.TwoFactorEnabled = factor.IsOn;
            if (!factor.IsOn)
                await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        }

        // An account that was joined by a stranger stands by itself again, and only then those that a stranger joined into it: they may be elsewhere by it. The newest goes first
        // and takes along what came by it.
        private async Task TakeApart(Account account, DateTimeOffset since, CancellationToken cancellationToken)
        {
            var apart = account.JoinedIntoId is null ? null : account;
            do
            {
                if (apart is not null)
                {
                    await joiner.Separate(apart, cancellationToken);
                    audit.Add("AccountSeparated", subjectId: apart.Id);
                }

                apart = await db.Users.Where(a => a.JoinedIntoId == account.Id && a.JoinedAt >= since).OrderByDescending(a => a.JoinedAt).FirstOrDefaultAsync(cancellationToken);
            }
            while (apart is not null);
        }

        private async Task TakeBack(Account account, SafetyNotice notice, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            await db.MailedLinks.Where(l => l.UsedAt == null && l.Purpose == LinkPurpose.DisownChange && db.SafetyNotices.Any(n => n.Id == l.SubjectId && n.AccountId == account.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancellationToken);
            await links.Replace(LinkPurpose.ChangeEmail, account.Id, cancellationToken);
            await TakeApart(account, notice.At - Doing, cancellationToken);
            await locks.Change(account, cancellationToken);
            await TakeProofsAway(account, notice.At - Doing, cancellationToken);
            if (account.NormalizedEmail != notice.Email.Normalized && !await db.Users.AnyAsync(other => other.NormalizedEmail == notice.Email.Normalized, cancellationToken))
                account.Rename(notice.Email);
            (account.PasswordHash, account.ClosedAt) = (null, null);
            audit.Add("ChangeDisowned", subjectId: account.Id);

            var reset = await links.Issue(LinkPurpose.ResetPassword, account.Id, now + SafetyNotice.Lifetime, cancellationToken);
            outbox.Add(notice.Email, account.Language, () => new Letter("AccountTakenBack", ProfileTexts.TakenBackSubject, [ProfileTexts.TakenBackText, ProfileTexts.TakenBackLives],
                new LetterButton(AccountsTexts.ResetButton, $"{AccountLetters.ResetPath}?token={reset}")));
        }
    }
}
