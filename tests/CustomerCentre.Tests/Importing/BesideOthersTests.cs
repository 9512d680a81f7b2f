using System.Diagnostics;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Generating;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Importing;

public sealed class BesideOthersTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-world-");

    [Fact]
    public async Task While_an_import_runs_staff_read_and_a_person_registers()
    {
        await using var import = new ImportFolder();
        var world = import.World;
        var licence = await world.LicenceAtPartner("FOREIGN000001");
        var customer = await world.KnownCompany();
        var account = await world.Account();
        var files = new GeneratedWorld(1_500, 7, 2026).Write(folder.FullName, _ => { }).Select(file => file.Path).ToArray();

        var running = Task.Run(() => import.ImportFiles(files));
        var seen = new HashSet<int>();
        while (!running.IsCompleted && seen.Count < 3)
            seen.Add(await world.Db(db => db.Licences.CountAsync()));
        var isRunningStill = !running.IsCompleted;
        var waited = Stopwatch.StartNew();
        await world.Db(db => db.InTransaction(
            async token =>
            {
                var stored = await db.Licences.Include(l => l.SupportPeriods).SingleAsync(l => l.Id == licence.Id, token);
                var purchase = new Purchase(Stock.Delivered, "FV1");
                db.Add(stored.Register(Guid.NewGuid(), Guid.NewGuid(), customer.Id, account, purchase, "1", SupportRule.Default, world.Time.GetUtcNow()));
                return await db.SaveChangesAsync(token);
            },
            TestContext.Current.CancellationToken));

        waited.Elapsed.ShouldBeLessThan(Patience);
        isRunningStill.ShouldBeTrue("otherwise nothing was tried");
        seen.Count.ShouldBe(3, "readers see the batches that are done");
        (await running).ShouldAllBe(summary => summary.Bad == 0 && summary.Failure == null);
        (await world.Read(licence)).State.ShouldBe(LicenceState.Registered);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
