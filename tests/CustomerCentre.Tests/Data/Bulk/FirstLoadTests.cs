using CustomerCentre.Data;
using CustomerCentre.Data.Bulk;
using CustomerCentre.Tests.Importing;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Bulk;

public sealed class FirstLoadTests : IDisposable
{
    private const string Licence = "FOREIGN-000001;JAZZ;Single;;;InStock;;;;;;;;";

    private readonly EmptyDatabase database = new(embedded: true);

    private (string Key, string? Value)[] Embedded => [.. database.Settings, ("Database:Provider", "Sqlite")];

    [Fact]
    public async Task It_goes_without_the_indexes_over_groups_and_builds_what_migrations_had_built()
    {
        await using var world = new World(null, Embedded);
        var migrated = await Indexes(world);
        migrated.Count.ShouldBeGreaterThan(4);
        (await world.Db(db => FirstLoad.Begin(db, CancellationToken.None))).ShouldBeTrue();
        (await Indexes(world)).Count.ShouldBe(migrated.Count - 3);
        await world.Db(db => FirstLoad.End(db, CancellationToken.None));
        (await Indexes(world)).ShouldBe(migrated);
    }

    [Fact]
    public async Task An_import_leaves_all_indexes_behind_the_first_and_any_later()
    {
        await using var folder = new ImportFolder(Embedded);
        await folder.Import(ImportFolder.Products);
        var migrated = await Indexes(folder.World);
        await folder.Licences(Licence);
        (await Indexes(folder.World)).ShouldBe(migrated);
        (await folder.World.Db(db => FirstLoad.Begin(db, CancellationToken.None))).ShouldBeFalse("there are licences now");
        (await Indexes(folder.World)).ShouldBe(migrated);
    }

    [Fact]
    public async Task What_a_killed_load_left_out_is_built_at_the_next_start()
    {
        await using var world = new World(null, Embedded);
        var migrated = await Indexes(world);
        await world.Db(db => FirstLoad.Begin(db, CancellationToken.None));
        await world.Db(async db =>
        {
            await DatabaseStart.MakeReady(db, CancellationToken.None);
            return true;
        });
        (await Indexes(world)).ShouldBe(migrated);
    }

    public void Dispose() => database.Dispose();

    private static Task<List<string>> Indexes(World world) => world.Db(db =>
        db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND tbl_name = 'LicenceNumbers' AND sql IS NOT NULL ORDER BY name")
            .Select(text => text.Replace("IF NOT EXISTS ", "")).ToListAsync());
}
