using System.Globalization;

namespace CustomerCentre.Benchmarks.Api;

/// <summary>
/// The status API beside a minimal API that does the same raw ADO.NET queries and nothing else: both as processes of their own, driven from here over loopback, so
/// that only the servers' processor time counts.
/// </summary>
internal static class ApiMeasure
{
    public const string ServeBaseline = "--serve-baseline";
    private const double MustReach = 0.5;
    private const int Requests = 20_000;
    private const int Customers = 5_000;

    public static async IAsyncEnumerable<Row> Run(Scale scale)
    {
        using var data = await ApiData.Make(Math.Min(Customers, scale.Customers));
        await using var portal = await ServerProcess.Portal(data.Path);
        await using var baseline = await ServerProcess.Other(ServeBaseline, data.Path);
        using var load = new Load(data);
        await load.GetToken(portal);

        var (ours, other) = (new List<double>(), new List<double>());
        await load.Send(portal, Load.Endpoint, Requests);
        await load.Send(baseline, BaselineServer.Endpoint, Requests);
        for (var round = 0; round < Interleaved.Rounds; round++)
        {
            ours.Add(await CpuOf(portal, () => load.Send(portal, Load.Endpoint, Requests)));
            other.Add(await CpuOf(baseline, () => load.Send(baseline, BaselineServer.Endpoint, Requests)));
        }

        var (mine, theirs) = (Interleaved.Median(ours), Interleaved.Median(other));
        var share = theirs / mine;
        yield return new Row(
            $"status API, one pair, {data.Pairs.Count:N0} customers, token, limit and history included", $"{Text(share)} of the requests per CPU second ({mine:N0} µs each)",
            $"minimal API with the same queries ({theirs:N0} µs each)", $"≥ {Text(MustReach)}", share >= MustReach);
    }

    private static async Task<double> CpuOf(ServerProcess server, Func<Task> work)
    {
        var before = server.CpuTime;
        await work();
        return (server.CpuTime - before).TotalMicroseconds / Requests;
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
