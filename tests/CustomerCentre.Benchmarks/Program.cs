using CustomerCentre.Benchmarks;
using CustomerCentre.Benchmarks.Api;
using CustomerCentre.Benchmarks.Lookup;
using CustomerCentre.Benchmarks.Pages;
using CustomerCentre.Benchmarks.Tokens;

// What another process of this program is: a server that the portal stands beside.
if (args is [ApiMeasure.ServeBaseline, var database])
{
    await BaselineServer.Run(database);
    return 0;
}

if (args is [BareProvider.Argument, var bareDatabase])
{
    await BareProvider.Run(bareDatabase);
    return 0;
}

if (args is [BareSite.Argument])
{
    await BareSite.Run();
    return 0;
}

// dotnet run -c Release --project tests/CustomerCentre.Benchmarks -- [NAME…] [--customers N]: all of them when none is named.
var measures = new Dictionary<string, Func<Scale, IAsyncEnumerable<Row>>>
{
    ["lookup"] = LookupBenchmark.Run,
    ["api"] = ApiMeasure.Run,
    ["import"] = ImportBenchmark.Measure,
    ["credentials"] = CredentialsBenchmark.Measure,
    ["pages"] = StaticPages.Run,
    ["circuits"] = Circuits.Run,
    ["tokens"] = TokensBenchmark.Measure,
    ["sign-in"] = SignInBenchmark.Measure,
};

var scale = Scale.From(args);
var names = args.Where(measures.ContainsKey).ToList();
var table = new Table(Console.Out);
foreach (var name in names.Count > 0 ? names : [.. measures.Keys])
{
    await foreach (var row in measures[name](scale))
        table.Add(row);
}

return table.IsMet ? 0 : 1;
