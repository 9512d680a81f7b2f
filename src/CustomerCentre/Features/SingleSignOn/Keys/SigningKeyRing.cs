using System.Security.Cryptography;
using CustomerCentre.Data;
using CustomerCentre.Domain.SingleSignOn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace CustomerCentre.Features.SingleSignOn.Keys;

/// <summary>
/// The keys that sign what services are told of people (RS256). They lie in the database, so all nodes sign with the same one. A new one is made, published and taken
/// into use by time, whenever somebody asks, or before it by the command <c>rotate-keys</c>; what other nodes made is seen within a minute.
/// </summary>
public sealed class SigningKeyRing(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time) : IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private const int KeyBits = 2048;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly IDataProtector protector = protection.CreateProtector("SigningKeys");
    private readonly SemaphoreSlim turn = new(1, 1);
    private CancellationTokenSource change = new();
    private DateTimeOffset readAt = DateTimeOffset.MinValue;
    private IReadOnlyList<(SigningKey Row, SigningCredentials Credentials)> keys = [];

    string? IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    /// <summary>Every key that is published, those that sign no more or not yet among them.</summary>
    public IEnumerable<SigningCredentials> Published => keys.Select(key => key.Credentials);

    /// <summary>The key that signs now.</summary>
    public SigningCredentials Current
    {
        get
        {
            var now = time.GetUtcNow();
            return keys.Where(key => key.Row.SignsFrom <= now).MaxBy(key => key.Row.Number).Credentials ?? throw new InvalidOperationException("No key signs yet.");
        }
    }

    IChangeToken IOptionsChangeTokenSource<OpenIddictServerOptions>.GetChangeToken() => new CancellationChangeToken(change.Token);

    /// <summary>Sees to it that <see cref="Current"/> can be asked.</summary>
    public async ValueTask MakeReady(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - readAt < Fresh)
            return;
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - readAt >= Fresh)
                await Read(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Makes a key that signs in a minute, when every node that runs publishes it. The ones before stay published as if their time had come, unless one may have become
    /// known: then all of them go, the new one signs at once, and what was signed so far is believed no more.
    /// </summary>
    public async Task Rotate(bool isKnown, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var made = Make();
        await db.InTransaction(async token =>
        {
            var now = time.GetUtcNow();
            var last = await db.SigningKeys.MaxAsync(key => (int?)key.Number, token) ?? 0;
            // What has not begun to sign never will.
            await db.SigningKeys.Where(key => isKnown || key.SignsFrom > now).ExecuteDeleteAsync(token);
            db.Add(made.At(last + 1, isKnown || last == 0 ? now : now + Fresh));
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Add(isKnown ? "SigningKeysReplaced" : "SigningKeysRotated");
            return await db.SaveChangesAsync(token);
        }, cancellationToken);
        readAt = DateTimeOffset.MinValue;
    }

    public void Dispose()
    {
        turn.Dispose();
        change.Dispose();
    }

    private async Task Read(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var now = time.GetUtcNow();
        var rows = await db.SigningKeys.AsNoTracking().OrderBy(key => key.Number).ToListAsync(cancellationToken);
        if (rows.Count == 0 || rows[^1].SignsFrom + SigningKey.Signs - SigningKey.Ahead <= now || IsOver(rows, now))
        {
            var made = Make();
            rows = await db.InTransaction(token => Turn(db, made, now, token), cancellationToken);
        }

        if (!rows.Select(row => row.KeyId).SequenceEqual(keys.Select(key => key.Row.KeyId)))
        {
            keys = [.. rows.Select(row => (row, Open(row)))];
            // OpenIddict builds its options anew and with them what it publishes.
            var before = Interlocked.Exchange(ref change, new CancellationTokenSource());
            await before.CancelAsync();
            before.Dispose();
        }

        readAt = now;
    }

    private static async Task<List<SigningKey>> Turn(CustomerCentreDb db, NewKey made, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.SigningKeys.OrderBy(key => key.Number).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            rows.Add(Add(made.At(1, now)));
        else if (rows[^1].SignsFrom + SigningKey.Signs - SigningKey.Ahead <= now)
            rows.Add(Add(made.At(rows[^1].Number + 1, now + SigningKey.Ahead)));
        while (IsOver(rows, now))
        {
            db.Remove(rows[0]);
            rows.RemoveAt(0);
        }

        await db.SaveChangesAsync(cancellationToken);
        return rows;

        SigningKey Add(SigningKey key) => db.Add(key).Entity;
    }

    // The oldest goes when its successor has long been signing.
    private static bool IsOver(List<SigningKey> rows, DateTimeOffset now) => rows.Count > 1 && rows[1].SignsFrom + SigningKey.Behind <= now;

    // Before the transaction: sealing may write a key of data protection, which waits for the same database.
    private NewKey Make()
    {
        using var rsa = RSA.Create(KeyBits);
        return new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), protector.Protect(Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())));
    }

    private SigningCredentials Open(SigningKey row)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(protector.Unprotect(row.Sealed)), out _);
        return new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = row.KeyId }, SecurityAlgorithms.RsaSha256);
    }

    private sealed record NewKey(string Id, string Sealed)
    {
        public SigningKey At(int number, DateTimeOffset signsFrom) => new() { Number = number, KeyId = Id, Sealed = Sealed, SignsFrom = signsFrom };
    }
}
