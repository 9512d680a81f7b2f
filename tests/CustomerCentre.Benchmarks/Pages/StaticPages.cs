namespace CustomerCentre.Benchmarks.Pages;

/// <summary>Processor time of a request for a static page, beside the same page in plain Razor in the same run.</summary>
internal static class StaticPages
{
    // Until the compiler has done its second round; what that costs is no part of a page.
    private const int Warming = 12_000;
    private const int Requests = 2_000;
    private const int AtOnce = 4;
    private const int Rounds = 9;
    private const double MostOfPlain = 1.5;

    public static async IAsyncEnumerable<Row> Run(Scale scale)
    {
        await using var site = await MeasuredSite.Start();
        var guest = await Guest.SignedIn(site.Browser, site.Portal.Address);
        yield return await Beside(site, "home, anonymous", "/", "");
        yield return await Beside(site, "list of licences, signed in", guest.Company + "/licences", guest.Cookies);
    }

    private static async Task<Row> Beside(MeasuredSite site, string what, string path, string cookies)
    {
        var (ours, plain) = (new List<double>(), new List<double>());
        await Cpu(site.Portal, path, cookies, Warming);
        await Cpu(site.Bare, path, cookies, Warming);
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Cpu(site.Portal, path, cookies, Requests));
            plain.Add(await Cpu(site.Bare, path, cookies, Requests));
        }

        var (mine, bare) = (Interleaved.Median(ours), Interleaved.Median(plain));
        return new($"static page: {what}", $"{mine:0} µs CPU a request", $"{bare:0} µs in plain Razor", $"≤ {MostOfPlain} × ({mine / bare:0.00} ×)", mine <= MostOfPlain * bare);
    }

    private static async Task<double> Cpu(MeasuredApp app, string path, string cookies, int times)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies);
        var before = app.Cpu;
        await Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, token) =>
        {
            if (!(await client.GetStringAsync(path, token)).Contains("<h1", StringComparison.Ordinal))
                throw new InvalidOperationException($"{path} is not the page that was to be measured.");
        });
        return (app.Cpu - before).TotalMicroseconds / times;
    }
}
