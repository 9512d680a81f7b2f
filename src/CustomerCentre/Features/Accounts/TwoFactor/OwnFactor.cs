using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>
/// Asks a signed-in person for the second factor again, if there is one, before the way into the account changes: who sits at an open window and has seen the password
/// must not get further than at a sign-in. A trusted browser is no proof here.
/// </summary>
public sealed class OwnFactor(CustomerCentreDb db, SecondFactors factors, SecondProof proof, FactorLimits limits, CurrentUser user)
{
    /// <summary>Goes before the work's transaction, because a try counts even when nothing else is done.</summary>
    /// <returns>Null when the code is right or none is asked for, else what to say.</returns>
    public async Task<string?> Refusal(string? code, CancellationToken cancellationToken)
    {
        var ways = await db.Users.AnyAsync(a => a.Id == user.Id && a.TwoFactorEnabled, cancellationToken) ? await factors.WaysOf(user.Id, byMail: false, cancellationToken) : [];
        if (ways.Count == 0)
            return null;
        var meant = SecondProof.WaysFor(code, ways);
        if (meant.Count == 0)
            return string.IsNullOrWhiteSpace(code) ? SafetyTexts.CodeMissing : SafetyTexts.AnyCodeShape;
        if (await limits.Take(meant[0], user.Id, cancellationToken) is { } wait)
            return wait;

        proof.Prepare();
        if (!await db.InTransaction(token => Use(meant, code!, token), cancellationToken))
            return SafetyTexts.CodeWrong;
        await limits.Forgive(meant[0], user.Id, cancellationToken);
        return null;
    }

    private async Task<bool> Use(IReadOnlyList<FactorWay> ways, string code, CancellationToken cancellationToken)
    {
        await db.HoldAccount(user.Id, cancellationToken);
        var account = await db.Users.SingleAsync(a => a.Id == user.Id, cancellationToken);
        if (!await proof.Use(account, ways, code, cancellationToken))
            return false;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
