using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Importing;

public sealed class RepetitionTests
{
    private const string Sold = "FOREIGN-000001;JAZZ;Single;;;Sold;P1;2026-10-01;;;;;;";
    private static readonly LicenceNumber Number = LicenceNumber.Parse("FOREIGN-000001");

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        string[] files =
        [
            ImportFolder.Products, ImportFolder.Partners, ImportFolder.Customers,
            "CustomerNumber;Name;Email\n1001;Jana;jana@example.cz", "CustomerNumber;Email;Role\n1001;jana@example.cz;Manager",
            ImportFolder.LicenceHeader + Sold + "\nFOREIGN-000002;JAZZ;Net3;;;SoldDirectly;;;1001;2026-10-15;FV1;;;\nFOREIGN-000003;TAX;Net5;;;SoldDirectly;;;1001;2026-10-15;FV1;;;FOREIGN-000002"
                + "\nFOREIGN-000004;JAZZ;Cal;2;FOREIGN-000003;SoldDirectly;;;1001;2026-10-15;;;;\nFOREIGN-000005;JAZZ;Single;;;Ended;;;;;;Blocked;2026-10-15;",
            "LicenceNumber;Year;Source\nFOREIGN-000002;2027;Accounting",
        ];
        await using var folder = new ImportFolder();
        (await folder.Import(files)).ShouldAllBe(summary => summary.Bad == 0 && summary.Unchanged == 0);
        (await folder.Import(files)).ShouldAllBe(summary => summary.Added == 0 && summary.Changed == 0 && summary.Bad == 0 && summary.Conflicts == 0);
    }

    [Fact]
    public async Task A_later_line_of_one_file_works_on_what_the_earlier_left()
    {
        await using var folder = await ImportFolder.WithBasics();
        var customers = (await folder.Import("CustomerNumber;Kind;Country;Name\n2001;Company;CZ;Dřívější\n2001;Company;CZ;Pozdější")).Single();
        customers.Bad.ShouldBe(0);
        (await folder.World.Db(db => db.Customers.CountAsync(customer => customer.Details.Name == "Pozdější"))).ShouldBe(1);
        var licences = await folder.Licences("FOREIGN-000001;JAZZ;Single;;;SoldDirectly;;;1001;2026-10-15;;;;", "FOREIGN-000001;JAZZ;Single;;;SoldDirectly;;;1002;2026-10-15;;;;");
        licences.Problems.ShouldHaveSingleItem().Reason.ShouldBe(ImportTexts.BoundElsewhere);
    }

    [Fact]
    public async Task What_a_customer_edited_stays_and_is_listed()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.World.Db(async db =>
        {
            var customer = await db.Customers.SingleAsync(c => c.Details.Name == "První s.r.o.");
            customer.Edit(customer.Details with { City = "Telč" }, RegisterCheck.None, folder.World.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var summaries = await folder.Import(
            ImportFolder.Customers, "CustomerNumber;Email\n1001;dlouho-pryc@example.cz", "CustomerNumber;Email;Role\n1001;dlouho-pryc@example.cz;Manager");
        summaries[0].Kept.ShouldHaveSingleItem().Column.ShouldBe("City");
        summaries.Select(summary => summary.Conflicts).ShouldBe([1, 1, 1]);
        (await folder.World.Db(db => db.Customers.CountAsync(c => c.Details.City == "Telč"))).ShouldBe(1);
        (await folder.World.Db(db => db.Contacts.CountAsync())).ShouldBe(0);
        (await folder.World.Db(db => db.Users.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_member_whom_the_customer_disputed_stays_out()
    {
        await using var folder = await ImportFolder.WithBasics();
        const string Members = "CustomerNumber;Email;Role\n1001;jana@example.cz;Manager";
        await folder.Import(Members);
        await folder.World.Db(async db =>
        {
            var member = await db.Members.SingleAsync();
            db.Remove(member);
            db.Add(AccessRequest.DisputeOf(member, CustomerNumber.Parse("1001"), folder.World.Time.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        (await folder.Import(Members)).Single().Kept.ShouldHaveSingleItem().Column.ShouldBe("Role");
        (await folder.World.Db(db => db.Members.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_customer_of_one_register_number_becomes_a_known_duplicate()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Import("CustomerNumber;Kind;Country;Name;RegistrationNumber\n1009;Company;CZ;První;25313142\n1010;Company;SK;Slovenská;25313142\n1011;Company;CZ;Zas;25313142");
        var duplicates = await folder.World.Db(db => db.Customers.Where(c => c.DuplicateOfId != null).Select(c => new { c.Details.Name, c.DuplicateOfId }).ToListAsync());
        duplicates.Select(duplicate => duplicate.Name).ShouldBe(["První", "Zas"], ignoreOrder: true);
        var primary = await folder.World.Db(db => db.Customers.SingleAsync(c => c.Details.Name == "První s.r.o."));
        duplicates.ShouldAllBe(duplicate => duplicate.DuplicateOfId == primary.Id);
    }

    [Fact]
    public async Task Two_customers_that_change_their_register_numbers_never_become_duplicates_of_each_other()
    {
        await using var folder = await ImportFolder.WithBasics();
        var swapped = "CustomerNumber;Kind;Country;Name;RegistrationNumber\n1001;Company;CZ;První s.r.o.;45274649\n1002;Company;CZ;Druhá s.r.o.;25313142";
        (await folder.Import(swapped)).Single().Bad.ShouldBe(0);
        (await folder.World.Db(db => db.Customers.CountAsync(customer => customer.DuplicateOfId == null))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_customer_registered_here_is_not_reopened()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences(Sold);
        await Register(folder);
        var again = await folder.Licences(Sold, "FOREIGN-000001;JAZZ;Single;;;InStock;;;;;;;;");
        (again.Unchanged, again.Bad, again.Conflicts).ShouldBe((2, 0, 0));
        var licence = await KindsTests.Licence(folder);
        (licence.State, licence.SupportPeriods.Min(period => period.From)).ShouldBe((LicenceState.Registered, new DateOnly(2026, 11, 1)));
    }

    [Fact]
    public async Task Nobody_loses_a_licence_or_the_beginning_of_support()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences(Sold);
        await Register(folder);
        var stolen = await folder.Licences("FOREIGN-000001;JAZZ;Single;;;Registered;P1;2026-10-01;1002;2026-10-02;;;;");
        stolen.Problems.ShouldHaveSingleItem().Reason.ShouldBe(ImportTexts.BoundElsewhere);
        var other = await folder.Licences("FOREIGN-000001;JAZZ;Single;;;Registered;P1;2026-10-01;1001;2026-11-05;;;;");
        other.Kept.ShouldHaveSingleItem().Column.ShouldBe("PurchasedOn");
        await folder.Import("LicenceNumber;From;Until;Source\nFOREIGN-000001;2026-11-20;2026-11-30;Registration");
        var period = (await KindsTests.Licence(folder)).SupportPeriods.Single(p => p.Year == 2026);
        (period.From, period.Until).ShouldBe((new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)));
    }

    private static async Task<int> Register(ImportFolder folder)
    {
        var account = await folder.World.Account();
        return await folder.World.Db(db => Register(db, folder.World.Time.GetUtcNow(), account));
    }

    private static async Task<int> Register(CustomerCentreDb db, DateTimeOffset now, Guid account)
    {
        var licence = await db.Licences.Include(l => l.Numbers).SingleAsync(l => l.Numbers.Any(n => n.Number == Number));
        var customer = await db.Customers.SingleAsync(c => c.Details.Name == "První s.r.o.");
        db.Registrations.Add(licence.Register(
            Guid.NewGuid(), Guid.NewGuid(), customer.Id, account, new Purchase(new DateOnly(2026, 11, 1), null), "1", SupportRule.Default, now));
        return await db.SaveChangesAsync();
    }
}
