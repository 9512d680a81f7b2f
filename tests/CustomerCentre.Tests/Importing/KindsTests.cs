using CustomerCentre.Domain;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Importing;

public sealed class KindsTests
{
    private static readonly LicenceNumber Number = LicenceNumber.Parse("FOREIGN-000001");

    [Fact]
    public async Task The_catalogue_partners_and_customers_come_in()
    {
        await using var folder = await ImportFolder.WithBasics();
        (await folder.World.Db(db => db.Products.CountAsync())).ShouldBe(2);
        (await folder.World.Db(db => db.Partners.CountAsync())).ShouldBe(2);
        var customer = await folder.World.Db(db => db.Customers.Include(c => c.Numbers).SingleAsync(c => c.Details.Name == "První s.r.o."));
        customer.Number.ShouldBe(CustomerNumber.Parse("1001"));
        customer.Details.RegistrationNumber.ShouldBe(RegistrationNumber.Parse(Country.Czechia, "25313142"));
    }

    [Fact]
    public async Task Files_come_in_the_order_in_which_one_needs_the_other()
    {
        await using var folder = new ImportFolder();
        var summaries = await folder.Import("CustomerNumber;Name;Email\n1001;Jana;jana@example.cz", ImportFolder.Customers);
        summaries.Select(summary => summary.Kind).ShouldBe(["customers", "contacts"]);
        summaries.ShouldAllBe(summary => summary.Bad == 0);
    }

    [Fact]
    public async Task A_contact_is_found_again_by_its_email()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Import("CustomerNumber;Name;Email;Phone\n1001;Jana;jana@example.cz;567112612");
        var again = (await folder.Import("CustomerNumber;Name;Email;Phone\n1001;Jana Nová;JANA@example.cz;+420 567 112 612")).Single();
        again.Changed.ShouldBe(1);
        (await folder.World.Db(db => db.Contacts.SingleAsync())).Name.ShouldBe("Jana Nová");
    }

    [Fact]
    public async Task A_member_without_an_account_gets_a_confirmed_one_without_a_password()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Import("CustomerNumber;Email;Role\n1001;jana@example.cz;Manager\n1002;Jana@example.cz;reader");
        var account = await folder.World.Db(db => db.Users.SingleAsync());
        (account.EmailConfirmed, account.PasswordHash, account.IsDemo).ShouldBe((true, null, false));
        (await folder.World.Db(db => db.Members.Where(m => m.AccountId == account.Id).OrderBy(m => m.Role).Select(m => m.Role).ToListAsync()))
            .ShouldBe([MemberRole.Manager, MemberRole.Reader]);
    }

    [Fact]
    public async Task A_licence_comes_in_stock_and_goes_to_a_partner()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences("FOREIGN-000001;JAZZ;Single;;;InStock;;;;;;;;");
        (await Licence(folder)).State.ShouldBe(LicenceState.InStock);
        (await folder.Licences("FOREIGN-000001;JAZZ;Single;;;Sold;P1;2026-10-01;;;;;;")).Changed.ShouldBe(1);
        var licence = await Licence(folder);
        (licence.State, licence.DeliveredOn).ShouldBe((LicenceState.Sold, new DateOnly(2026, 10, 1)));
    }

    [Fact]
    public async Task What_is_known_of_a_partners_sale_proves_a_foreign_number_later()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences("FOREIGN-000001;JAZZ;Single;;;Sold;P1;2026-10-01;;2026-10-05;P-77;;;");
        var licence = await Licence(folder);
        (licence.State, licence.PurchasedOn, licence.KnownPurchasedOn, licence.KnownTaxDocument).ShouldBe((LicenceState.Sold, null, new DateOnly(2026, 10, 5), "P-77"));
    }

    [Fact]
    public async Task A_direct_sale_is_registered_from_the_invoice_date_and_opens_its_support()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences("FOREIGN-000001;JAZZ;Net3;;;SoldDirectly;;;1001;15.10.2026;FV1;;;");
        var licence = await Licence(folder);
        licence.IsSoldDirectly.ShouldBeTrue();
        BusinessCalendar.DayOf(licence.RegisteredAt!.Value).ShouldBe(new DateOnly(2026, 10, 15));
        SupportEntitlement.On(licence, new DateOnly(2026, 11, 10)).Until.ShouldBe(new DateOnly(2027, 12, 31));
    }

    [Fact]
    public async Task Support_of_the_files_takes_the_place_of_what_the_purchase_would_open()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Import(
            ImportFolder.LicenceHeader + "FOREIGN-000001;JAZZ;Net3;;;SoldDirectly;;;1001;2026-10-15;;;;\nFOREIGN-000002;JAZZ;Net3;;;SoldDirectly;;;1001;2026-10-15;;;;",
            "LicenceNumber;From;Until;Source\nFOREIGN-000001;2026-10-15;2028-06-30;Accounting");
        (await Licence(folder)).SupportPeriods.OrderBy(p => p.Year).Select(p => (p.Year, p.Until, p.Source)).ShouldBe(
            [(2026, new DateOnly(2026, 12, 31), SupportSource.Accounting), (2027, new DateOnly(2027, 12, 31), SupportSource.Accounting), (2028, new DateOnly(2028, 6, 30), SupportSource.Accounting)]);
        (await Licence(folder, LicenceNumber.Parse("FOREIGN-000002"))).SupportPeriods.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_add_on_hangs_on_its_base_and_has_no_support_of_its_own()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences("FOREIGN-000002;JAZZ;Net3;;;SoldDirectly;;;1001;2026-10-15;;;;", "FOREIGN-000001;JAZZ;Cal;5;FOREIGN-000002;SoldDirectly;;;1001;2026-10-15;;;;");
        var addOn = await Licence(folder);
        (addOn.Quantity, addOn.SupportPeriods.Count).ShouldBe((5, 0));
        addOn.BaseLicenceId.ShouldBe((await Licence(folder, LicenceNumber.Parse("FOREIGN-000002"))).Id);
    }

    [Fact]
    public async Task A_licence_ends_and_a_number_is_replaced()
    {
        await using var folder = await ImportFolder.WithBasics();
        await folder.Licences("FOREIGN-000001;JAZZ;Single;;;Sold;P1;2026-10-01;;;;;;");
        await folder.Licences("FOREIGN-000009;JAZZ;Net5;;;Ended;P1;2026-10-01;;;;Returned;2026-11-01;FOREIGN-000001");
        var licence = await Licence(folder);
        licence.Id.ShouldBe((await Licence(folder, LicenceNumber.Parse("FOREIGN-000009"))).Id);
        licence.Numbers.Single(number => number.IsCurrent).Number.Value.ShouldBe("FOREIGN000009");
        (licence.Kind, licence.State, licence.EndReason).ShouldBe((LicenceKind.Net5, LicenceState.Ended, LicenceEnd.Returned));
    }

    [Theory]
    [InlineData("9", 2)]
    [InlineData("11", 1)]
    public async Task Support_of_a_run_without_a_file_of_it_follows_the_operators_setting(string lateFromMonth, int periods)
    {
        await using var folder = new ImportFolder(("Support:LateFromMonth", lateFromMonth));
        await folder.Import(ImportFolder.Products, ImportFolder.Partners, ImportFolder.Customers);
        await folder.Licences("FOREIGN-000001;JAZZ;Single;;;SoldDirectly;;;1001;2026-10-15;;;;");
        (await Licence(folder)).SupportPeriods.Count.ShouldBe(periods);
    }

    [Theory]
    [InlineData("9", 2)]
    [InlineData("11", 1)]
    public async Task Support_that_a_file_of_it_leaves_out_follows_the_operators_setting(string lateFromMonth, int periods)
    {
        await using var folder = new ImportFolder(("Support:LateFromMonth", lateFromMonth));
        await folder.Import(
            ImportFolder.Products, ImportFolder.Partners, ImportFolder.Customers,
            ImportFolder.LicenceHeader + "FOREIGN-000001;JAZZ;Single;;;SoldDirectly;;;1001;2026-10-15;;;;", "LicenceNumber;Year;Source");
        (await Licence(folder)).SupportPeriods.Count.ShouldBe(periods);
    }

    internal static Task<Licence> Licence(ImportFolder folder, LicenceNumber? number = null) => folder.World.Db(db => db.Licences
        .Include(licence => licence.Numbers).Include(licence => licence.SupportPeriods)
        .SingleAsync(licence => licence.Numbers.Any(issued => issued.Number == (number ?? Number))));
}
