using CustomerCentre.Data;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>What goes with every change of the second factor, within the caller's transaction.</summary>
public sealed class FactorChange(AccountLocks locks, SecurityLetters letters, AuditTrail audit)
{
    /// <summary>Ends the other sessions, trusts no browser any more, tells the person by mail and writes it down.</summary>
    public async Task Conclude(Account account, string what, string? note, Func<string> subject, Func<string> text, CancellationToken cancellationToken)
    {
        await locks.ChangeForOthers(account, cancellationToken);
        Tell(account, what, note, subject, text);
    }

    /// <summary>Tells the person by mail and writes it down.</summary>
    public void Tell(Account account, string what, string? note, Func<string> subject, Func<string> text)
    {
        letters.Send(account, what, subject, text);
        audit.Add(what, subjectId: account.Id, note: note);
    }
}
