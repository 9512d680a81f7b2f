using System.Globalization;
using System.Security.Cryptography;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Generating;
using CustomerCentre.Tests.Importing;

namespace CustomerCentre.Tests.Generating;

public sealed class GeneratedWorldTests : IDisposable
{
    private const int Year = 2026;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-world-");

    [Fact]
    public void The_same_numbers_make_the_same_files_in_any_language_and_another_seed_makes_others()
    {
        var first = Hashes(Make("first", 200, 7));
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Hashes(Make("again", 200, 7)).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Hashes(Make("other", 200, 8)).Intersect(first).Count().ShouldBe(1, "only the catalogue is the same in every world");
    }

    [Fact]
    public void A_larger_world_begins_with_the_customers_of_a_smaller() =>
        File.ReadLines(Make("large", 90, 7)[2]).Take(41).ShouldBe(File.ReadLines(Make("small", 40, 7)[2]));

    [Fact]
    public void Identifiers_hold_by_their_check_digits_and_only_second_numbers_of_a_company_share_one()
    {
        var customers = Enumerable.Range(0, 3_000).Select(index => GeneratedCustomer.At(7, index)).ToList();
        var registered = customers.Where(customer => customer.RegisterNumber is not null).ToList();
        registered.ShouldAllBe(customer => !RegistrationNumber.Parse(customer.Words.Country, customer.RegisterNumber!).HasWrongCheckDigit(customer.Words.Country));
        customers.Where(customer => customer.VatNumber is not null).ShouldAllBe(customer => !VatNumber.Parse(customer.Words.Country, customer.VatNumber!).HasWrongCheckDigit);
        var shared = registered.GroupBy(customer => customer.RegisterNumber).Where(group => group.Count() > 1).ToList();
        shared.ShouldNotBeEmpty();
        shared.ShouldAllBe(group => group.Count() == 2 && group.Select(customer => customer.Name).Distinct().Count() == 1);
        shared.Count.ShouldBeLessThan(30);
    }

    [Fact]
    public async Task It_is_imported_without_a_bad_line_and_a_second_time_changes_nothing()
    {
        await using var import = new ImportFolder();
        var files = Make("world", 300, 7);
        var first = await import.ImportFiles(files);
        first.Count.ShouldBe(6);
        first.ShouldAllBe(summary => summary.Bad == 0 && summary.Failure == null && summary.Conflicts == 0 && summary.Added > 0);
        (await import.ImportFiles(files)).ShouldAllBe(summary => summary.Unchanged == summary.Lines);
    }

    [Fact]
    public void It_holds_licences_in_every_state_add_ons_replaced_numbers_and_support_that_runs_and_that_ended()
    {
        var files = Make("world", 500, 7);
        var licences = File.ReadLines(files[4]).Skip(1).Select(line => line.Split(';')).ToList();
        licences.Select(line => line[5]).Distinct().Order().ShouldBe(["Ended", "InStock", "Registered", "Sold", "SoldDirectly"]);
        licences.Select(line => line[2]).Distinct().Count().ShouldBe(5);
        licences.Count(line => line[15].Length > 0).ShouldBeGreaterThan(10);
        (licences.Count / 500.0).ShouldBeInRange(4.5, 7);
        var until = File.ReadLines(files[5]).Skip(1).Select(line => line.Split(';')[3]).ToList();
        until.ShouldContain(day => day.StartsWith("2026", StringComparison.Ordinal));
        until.ShouldContain(day => string.CompareOrdinal(day, "2026") < 0);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Make(string name, int customers, int seed) =>
        [.. new GeneratedWorld(customers, seed, Year).Write(folder.CreateSubdirectory(name).FullName, _ => { }).Select(file => file.Path)];

    private static List<string> Hashes(string[] files) => [.. files.Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))];
}
