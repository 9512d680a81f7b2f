using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts.OldPasswords;

/// <summary>What tests of the first sign-in do again and again: people who are known in old services only.</summary>
internal static class OldWorld
{
    public const string Centre = "lampa u starého okna";
    public const string Shop = "košík plný jablek";
    public const string Sync = "ranní mlha nad řekou";

    /// <summary>Gives an e-mail a password of an old service.</summary>
    public static Task Old(this AccountWorld world, string service, string password, bool isConfirmed = true, string email = AccountWorld.Email, bool isWrapped = false)
    {
        var (hashes, salt) = (world.World.Services.GetRequiredService<OldHashes>(), "sul"u8.ToArray());
        var hash = new OldHash(OldHashKind.SaltedSha1, new(), salt, new OldDigests().Compute(OldHashKind.SaltedSha1, new(), salt, password));
        var row = hashes.Keep(EmailAddress.Parse(email), service, isConfirmed, null, hash);
        if (isWrapped)
            hashes.Wrap(row);
        return world.World.Add(row);
    }

    /// <summary>Gives the e-mail two passwords of two services that confirmed it.</summary>
    public static async Task TwoOld(this AccountWorld world)
    {
        await world.Old("centre", Centre);
        await world.Old("eshop", Shop, isWrapped: true);
    }

    public static Task<List<string>> Waiting(this AccountWorld world) =>
        world.World.Db(db => db.OldPasswords.OrderBy(old => old.Service).Select(old => old.Service).ToListAsync(TestContext.Current.CancellationToken));

    public static Task<List<string>> Joined(this AccountWorld world) =>
        world.World.Db(db => db.JoinedServices.OrderBy(joined => joined.Service).Select(joined => joined.Service).ToListAsync(TestContext.Current.CancellationToken));

    public static Task<int> Accounts(this AccountWorld world) => world.World.Db(db => db.Users.CountAsync(TestContext.Current.CancellationToken));

    /// <summary>What the browser sends back of a sign-in that still lacks a step.</summary>
    public static string Ticket(this AccountWorld world, Result<SignedIn> answer) =>
        world.World.Services.GetRequiredService<PendingSignInCookie>().Protect(answer.Value.Pending!);
}
