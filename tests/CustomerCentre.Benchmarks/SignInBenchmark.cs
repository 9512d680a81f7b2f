using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Benchmarks;

/// <summary>
/// Whether the time of a refused sign-in tells known, unknown and old e-mails apart, and how much of it is more than its hashes. All kinds in turns, by processor time,
/// each from an address of its own, so that no limit of tries comes between.
/// </summary>
internal static class SignInBenchmark
{
    private const int Rounds = 40;
    private const double MostApart = 1.03;
    private const double LeastShare = 0.85;
    private const string Right = "modrý kolotoč v aleji";
    private const string Wrong = "špatné heslo z kopce";
    private static readonly string[] Kinds = ["known", "unknown", "old", "waiting"];
    private static int addresses;

    public static async IAsyncEnumerable<Row> Measure(Scale scale)
    {
        var folder = Directory.CreateTempSubdirectory("customercentre-benchmark-");
        try
        {
            await using var portal = await Portal(Path.Combine(folder.FullName, "sign-in.db"));
            await Fill(portal.Services);
            var spent = Kinds.Append("right").Append("hash").ToDictionary(kind => kind, _ => new List<double>());
            var passwords = portal.Services.GetRequiredService<Passwords>();
            for (var round = -2; round < Rounds; round++)
            {
                var at = Math.Abs(round);
                foreach (var kind in Kinds)
                    Note(spent[kind], round, await Cpu(() => SignIn(portal.Services, Email(kind, at), Wrong)));
                Note(spent["right"], round, await Cpu(() => SignIn(portal.Services, Email("known", at), Right)));
                Note(spent["hash"], round, await Cpu(() => Task.FromResult(passwords.Verify(null, Wrong))));
            }

            var medians = spent.ToDictionary(pair => pair.Key, pair => Interleaved.Median(pair.Value));
            var apart = Kinds.Max(kind => medians[kind]) / Kinds.Min(kind => medians[kind]);
            yield return new(
                "refused sign-ins, medians of known, unknown, old and still encrypted e-mails", string.Join(", ", Kinds.Select(kind => Text($"{medians[kind]:N1}"))) + " ms",
                Text($"{medians["hash"]:N1} ms for one hash"), Text($"apart by ≤ {MostApart - 1:P0}"), apart <= MostApart);
            var hashes = portal.Services.GetRequiredService<IOptions<OperatorOptions>>().Value.OldServices.Count + 1;
            var share = medians["hash"] * hashes / medians["right"];
            yield return new(
                Text($"sign-ins a CPU second, {hashes} hashes each"), Text($"{1000 / medians["right"]:N2}"), Text($"{1000 / medians["hash"] / hashes:N2} by the hashes alone"),
                Text($"≥ {LeastShare:N2} of them"), share >= LeastShare);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static string Email(string kind, int at) => $"{kind}{at}@example.cz";

    private static void Note(List<double> spent, int round, double milliseconds)
    {
        if (round >= 0)
            spent.Add(milliseconds);
    }

    private static async Task<double> Cpu<T>(Func<Task<T>> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static async Task<Result<SignedIn>> SignIn(IServiceProvider services, string email, string password)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Address = Text($"2001:db8:0:{++addresses:x}::1");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SignIn.Command { Email = email, Password = password });
    }

    // One hash for all known accounts and one for all old passwords: what they are does not change what verifying them costs.
    private static async Task Fill(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var (hashes, digests) = (services.GetRequiredService<OldHashes>(), services.GetRequiredService<IOldDigests>());
        var hash = services.GetRequiredService<Passwords>().Hash(Right);
        var old = EmailAddress.Parse("old@example.cz");
        foreach (var service in services.GetRequiredService<IOptions<OperatorOptions>>().Value.OldServices)
        {
            var (parameters, salt) = (OldHashParameters.TryParse(service.Parameters)!, "some salt of somebody"u8.ToArray());
            var came = new OldHash(service.Hash, parameters, salt, digests.Compute(service.Hash, parameters, salt, Right));
            var wrapped = hashes.Keep(old, service.Key, true, null, came);
            hashes.Wrap(wrapped);
            for (var at = 0; at < Rounds; at++)
            {
                var row = new OldPassword(EmailAddress.Parse(Email("old", at)), service.Key, true, null, wrapped.Kind, wrapped.Parameters, salt);
                row.Rest(wrapped.State, wrapped.StoredHash);
                db.AddRange(row, hashes.Keep(EmailAddress.Parse(Email("waiting", at)), service.Key, true, null, came));
            }
        }

        for (var at = 0; at < Rounds; at++)
        {
            var account = NewAccount.For(EmailAddress.Parse(Email("known", at)), TimeProvider.System.GetUtcNow());
            account.PasswordHash = hash;
            db.Add(account);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<WebApplication> Portal(string database)
    {
        string[] settings = [$"--ConnectionStrings:CustomerCentre=Data Source={database}", "--Logging:LogLevel:Default=None", $"--OldPasswords:Key={Convert.ToBase64String(new byte[32])}"];
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddPortal(builder.Configuration, builder.Environment);
        var portal = builder.Build();
        await using var scope = portal.Services.CreateAsyncScope();
        await DatabaseStart.MakeReady(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>(), CancellationToken.None);
        return portal;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
