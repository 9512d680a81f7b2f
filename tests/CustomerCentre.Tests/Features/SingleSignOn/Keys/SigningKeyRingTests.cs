using CustomerCentre.Domain.SingleSignOn;
using CustomerCentre.Features.SingleSignOn.Keys;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace CustomerCentre.Tests.Features.SingleSignOn.Keys;

public sealed class SigningKeyRingTests
{
    [Fact]
    public async Task The_first_key_signs_at_once_and_lies_sealed()
    {
        await using var world = new World();
        var ring = await Ready(world);

        var row = await world.Db(db => db.SigningKeys.SingleAsync(TestContext.Current.CancellationToken));
        ring.Current.Key.KeyId.ShouldBe(row.KeyId);
        row.Sealed.ShouldStartWith("CfDJ8");
        Published(world).ShouldContain(row.KeyId);
    }

    [Fact]
    public async Task The_next_is_published_before_it_signs_and_the_last_after_it_stopped()
    {
        await using var world = new World();
        var ring = await Ready(world);
        var first = ring.Current.Key.KeyId;

        world.Time.Advance(SigningKey.Signs - SigningKey.Ahead);
        await Ready(world);
        var second = Published(world).Single(id => id != first && id.Length == 32);
        ring.Current.Key.KeyId.ShouldBe(first);

        world.Time.Advance(SigningKey.Ahead);
        await Ready(world);
        ring.Current.Key.KeyId.ShouldBe(second);
        Published(world).ShouldContain(first);

        world.Time.Advance(SigningKey.Behind);
        await Ready(world);
        Published(world).ShouldNotContain(first);
        (await world.Db(db => db.SigningKeys.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Many_who_ask_first_make_one_key()
    {
        await using var world = new World();
        // Two rings, as on two nodes.
        var other = ActivatorUtilities.CreateInstance<SigningKeyRing>(world.Services);
        var ring = world.Services.GetRequiredService<SigningKeyRing>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () => await (number % 2 == 0 ? ring : other).MakeReady(CancellationToken.None))));

        other.Current.Key.KeyId.ShouldBe(ring.Current.Key.KeyId);
        other.Dispose();
    }

    [Fact]
    public async Task The_command_lets_a_new_key_sign_when_every_node_publishes_it_and_the_old_one_run_out()
    {
        await using var world = new World();
        // Another ring, as in a portal that runs while the command is given.
        using var running = ActivatorUtilities.CreateInstance<SigningKeyRing>(world.Services);
        await running.MakeReady(CancellationToken.None);
        var old = running.Current.Key.KeyId;

        (await RotateKeys.Run(world.Services, [])).ShouldBe(0);

        var ring = await Ready(world);
        running.Published.Count().ShouldBe(1);
        (ring.Current.Key.KeyId, running.Current.Key.KeyId).ShouldBe((old, old));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await running.MakeReady(CancellationToken.None);
        ring.Current.Key.KeyId.ShouldNotBe(old);
        running.Current.Key.KeyId.ShouldBe(ring.Current.Key.KeyId);
        running.Published.Select(key => key.Key.KeyId).ShouldBe([old, ring.Current.Key.KeyId]);
        (await world.Db(db => db.Audit.SingleAsync())).Event.ShouldBe("SigningKeysRotated");

        world.Time.Advance(SigningKey.Behind);
        await Ready(world);
        Published(world).ShouldNotContain(old);
    }

    [Fact]
    public async Task A_key_that_waits_to_sign_goes_when_a_newer_one_is_asked_for()
    {
        await using var world = new World();
        await Ready(world);
        world.Time.Advance(SigningKey.Signs - SigningKey.Ahead);
        var ring = await Ready(world);
        var waiting = ring.Published.Last().Key.KeyId;

        (await RotateKeys.Run(world.Services, [])).ShouldBe(0);

        await Ready(world);
        Published(world).ShouldNotContain(waiting);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var signs = ring.Current.Key.KeyId;
        world.Time.Advance(SigningKey.Ahead);
        await Ready(world);
        ring.Current.Key.KeyId.ShouldBe(signs);
    }

    [Fact]
    public async Task A_key_that_became_known_is_replaced_at_once_here_and_within_a_minute_elsewhere()
    {
        await using var world = new World();
        using var elsewhere = ActivatorUtilities.CreateInstance<SigningKeyRing>(world.Services);
        var ring = await Ready(world);
        await elsewhere.MakeReady(CancellationToken.None);
        var known = ring.Current.Key.KeyId;

        (await RotateKeys.Run(world.Services, ["--known"])).ShouldBe(0);
        await Ready(world);
        ring.Current.Key.KeyId.ShouldNotBe(known);
        Published(world).ShouldNotContain(known);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await elsewhere.MakeReady(CancellationToken.None);
        elsewhere.Current.Key.KeyId.ShouldBe(ring.Current.Key.KeyId);
    }

    [Fact]
    public async Task A_key_made_before_there_was_any_signs_at_once()
    {
        await using var world = new World();

        (await RotateKeys.Run(world.Services, [])).ShouldBe(0);

        var row = await world.Db(db => db.SigningKeys.SingleAsync());
        (await Ready(world)).Current.Key.KeyId.ShouldBe(row.KeyId);
    }

    [Fact]
    public async Task A_command_with_anything_else_changes_nothing()
    {
        await using var world = new World();
        var signs = (await Ready(world)).Current.Key.KeyId;

        (await RotateKeys.Run(world.Services, ["--all"])).ShouldBe(2);

        (await world.Db(db => db.SigningKeys.SingleAsync())).KeyId.ShouldBe(signs);
    }

    private static async Task<SigningKeyRing> Ready(World world)
    {
        var ring = world.Services.GetRequiredService<SigningKeyRing>();
        await ring.MakeReady(TestContext.Current.CancellationToken);
        return ring;
    }

    private static List<string> Published(World world) =>
        [.. world.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials.Select(credentials => credentials.Key.KeyId ?? "")];
}
