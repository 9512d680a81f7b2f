using System.Diagnostics;
using System.Globalization;
using CustomerCentre.Benchmarks.Api;

namespace CustomerCentre.Benchmarks.Tokens;

/// <summary>
/// Tokens that partners' clients get for themselves and refreshes by a service, from the portal with its limits on and from a bare OpenIddict: both as processes of their
/// own, in turns.
/// </summary>
internal static class TokensBenchmark
{
    private const double LeastShare = 0.9;
    private const int ClientTokens = 400;
    private const int Refreshes = 200;

    // Until the compiler has done its second round.
    private const int WarmingRounds = 2;

    public static async IAsyncEnumerable<Row> Measure(Scale scale)
    {
        using var data = await TokenData.Make();
        await using var server = await ServerProcess.Portal(data.Path, data.Settings);
        await using var bareServer = await ServerProcess.Other(BareProvider.Argument, data.BarePath);
        using var partner = new Provider(server, Client(data.ClientId, data.Secret));
        using var service = new Provider(server, Client(Visitor.Service, TokenData.ServiceSecret));
        using var bare = new Provider(bareServer, Client(BareProvider.Client, BareProvider.Secret));
        var visitor = new Visitor(service);
        await visitor.SignIn();
        await service.Begin(visitor.Code);
        await bare.Begin(() => Task.FromResult(new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = "somebody", ["password"] = "something" }));

        yield return await Beside("client-credential tokens", partner, bare, provider => provider.GiveClientTokens(ClientTokens), ClientTokens);
        yield return await Beside("refreshes, with an id token", service, bare, provider => provider.Refresh(Refreshes), Refreshes);
    }

    private static Dictionary<string, string> Client(string id, string secret) => new() { ["client_id"] = id, ["client_secret"] = secret };

    private static async Task<Row> Beside(string what, Provider portal, Provider bare, Func<Provider, Task> work, int times)
    {
        var (ours, theirs) = (new List<(double Cpu, double Clock)>(), new List<(double Cpu, double Clock)>());
        for (var round = -WarmingRounds; round < Interleaved.Rounds; round++)
        {
            var (mine, other) = (await Spent(portal, work, times), await Spent(bare, work, times));
            if (round < 0)
                continue;
            ours.Add(mine);
            theirs.Add(other);
        }

        var (cpu, bareCpu) = (Interleaved.Median([.. ours.Select(one => one.Cpu)]), Interleaved.Median([.. theirs.Select(one => one.Cpu)]));
        var (clock, bareClock) = (Interleaved.Median([.. ours.Select(one => one.Clock)]), Interleaved.Median([.. theirs.Select(one => one.Clock)]));
        var share = Math.Min(bareCpu / cpu, bareClock / clock);
        return new(
            what, Text($"×{bareCpu / cpu:N2} a CPU second ({cpu:N0} µs each), {1e6 / clock:N0}/s by the clock"), Text($"bare OpenIddict: {bareCpu:N0} µs each, {1e6 / bareClock:N0}/s"),
            Text($"≥ ×{LeastShare} of both"), share >= LeastShare);
    }

    private static async Task<(double Cpu, double Clock)> Spent(Provider provider, Func<Provider, Task> work, int times)
    {
        var (before, watch) = (provider.Server.CpuTime, Stopwatch.StartNew());
        await work(provider);
        return ((provider.Server.CpuTime - before).TotalMicroseconds / times, watch.Elapsed.TotalMicroseconds / times);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
