using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Importing.Kinds;

internal sealed class CredentialImporter(CustomerCentreDb db, OldHashes hashes, IOptions<OperatorOptions> operators, TimeProvider time) : ILineImporter
{
    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var services = operators.Value.OldServices.Select(service => service.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var now = time.GetUtcNow();
        var newest = Newest(batch.Read(line => CredentialLine.Read(line, services, now)));
        var emails = newest.Values.Select(one => one.Data.Email.Normalized).Distinct().ToList();
        var gone = await ComeOver(emails, cancellationToken);
        var known = await Known(emails, cancellationToken);
        var changed = new List<(Line Line, CredentialLine Data)>();
        foreach (var (key, (line, data)) in newest.Where(one => !gone.Contains(one.Key.Email)))
        {
            if (!known.TryGetValue(key, out var here))
            {
                batch.Made.Add(Keep(data));
                line.Outcome = LineOutcome.Added;
            }
            else if (IsNewer(data.ChangedAt, here.ChangedAt) || (data.ChangedAt == here.ChangedAt && data.EmailConfirmed != here.EmailConfirmed))
            {
                changed.Add((line, data));
            }
        }

        await Change(changed, cancellationToken);
    }

    private static bool IsNewer(DateTimeOffset? one, DateTimeOffset? other) => one is not null && (other is null || one > other);

    // Of several lines about one e-mail in one service the newest, of equally new ones the last.
    private static Dictionary<(string Email, string Service), (Line Line, CredentialLine Data)> Newest(List<(Line Line, CredentialLine Data)> lines)
    {
        var newest = new Dictionary<(string, string), (Line, CredentialLine Data)>(lines.Count);
        foreach (var one in lines)
        {
            var key = (one.Data.Email.Normalized, one.Data.Service);
            if (!newest.TryGetValue(key, out var other) || !IsNewer(other.Data.ChangedAt, one.Data.ChangedAt))
                newest[key] = one;
        }

        return newest;
    }

    // E-mails that have become an account here: by a first sign-in, also if the account has another e-mail now, or because an account of theirs has its password.
    private async Task<HashSet<string>> ComeOver(List<string> emails, CancellationToken cancellationToken)
    {
        var joined = await db.JoinedServices.Where(j => EF.Parameter(emails).Contains(j.NormalizedEmail)).Select(j => j.NormalizedEmail).ToListAsync(cancellationToken);
        var living = await db.Users.Where(account => EF.Parameter(emails).Contains(account.NormalizedEmail!) && (account.PasswordHash != null || account.JoinedIntoId != null))
            .Select(account => account.NormalizedEmail!).ToListAsync(cancellationToken);
        return [.. joined, .. living];
    }

    private async Task<Dictionary<(string Email, string Service), (DateTimeOffset? ChangedAt, bool EmailConfirmed)>> Known(List<string> emails, CancellationToken cancellationToken)
    {
        var rows = await db.OldPasswords.Where(old => EF.Parameter(emails).Contains(old.NormalizedEmail))
            .Select(old => new { old.NormalizedEmail, old.Service, old.ChangedAt, old.EmailConfirmed }).ToListAsync(cancellationToken);
        return rows.ToDictionary(old => (old.NormalizedEmail, old.Service), old => (old.ChangedAt, old.EmailConfirmed));
    }

    private async Task Change(List<(Line Line, CredentialLine Data)> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            return;
        var emails = changed.Select(one => one.Data.Email.Normalized).Distinct().ToList();
        var rows = await db.OldPasswords.Where(old => EF.Parameter(emails).Contains(old.NormalizedEmail)).ToDictionaryAsync(old => (old.NormalizedEmail, old.Service), cancellationToken);
        foreach (var (line, data) in changed)
        {
            var row = rows[(data.Email.Normalized, data.Service)];
            if (IsNewer(data.ChangedAt, row.ChangedAt))
                row.TakeOver(Keep(data));
            else
                row.Confirm(data.EmailConfirmed);
            line.Outcome = LineOutcome.Changed;
        }
    }

    private OldPassword Keep(CredentialLine data) => hashes.Keep(data.Email, data.Service, data.EmailConfirmed, data.ChangedAt, data.Hash);
}
