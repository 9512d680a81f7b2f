using System.Globalization;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Importing;

public sealed class BadLineTests
{
    private const string CustomerHeader = "CustomerNumber;Kind;Country;Name;FamilyName;RegistrationNumber;VatNumber;TaxNumber;PostalCode;DataBoxId\n";

    /// <summary>Line of customers, column at fault, name of the reason.</summary>
    public static TheoryData<string, string, string> Customers => new()
    {
        { ";Company;CZ;A;;;;;;", "CustomerNumber", nameof(ImportTexts.Missing) },
        { "12a;Company;CZ;A;;;;;;", "CustomerNumber", nameof(ImportTexts.NotACustomerNumber) },
        { "5000001234;Company;CZ;A;;;;;;", "CustomerNumber", nameof(ImportTexts.WrongCheckDigit) },
        { "2001;Firma;CZ;A;;;;;;", "Kind", nameof(ImportTexts.NotOneOf) },
        { "2001;2;CZ;A;;;;;;", "Kind", nameof(ImportTexts.NotOneOf) },
        { "2001;Company;XX;A;;;;;;", "Country", nameof(ImportTexts.NotACountry) },
        { "2001;Company;CZ;;;;;;;", "Name", nameof(ImportTexts.Missing) },
        { "2001;Company;CZ;A\u0007;;;;;;", "Name", nameof(ImportTexts.ControlCharacters) },
        { "2001;Consumer;CZ;A;;;;;;", "FamilyName", nameof(ImportTexts.Missing) },
        { "2001;Consumer;CZ;A;B;25313142;;;;", "RegistrationNumber", nameof(ImportTexts.ConsumerHasNone) },
        { "2001;Company;CZ;A;;123456789;;;;", "RegistrationNumber", nameof(ImportTexts.NotARegistrationNumber) },
        { "2001;Company;CZ;A;;;CZ9055011252;;;", "VatNumber", nameof(ImportTexts.NotAVatNumber) },
        { "2001;Company;SK;A;;;;123;;", "TaxNumber", nameof(ImportTexts.NotATaxNumber) },
        { "2001;Company;CZ;A;;;;;811 04;", "PostalCode", nameof(ImportTexts.NotAPostalCode) },
        { "2001;Company;CZ;A;;;;;;abc", "DataBoxId", nameof(ImportTexts.NotADataBox) },
        { "2001;Company;CZ;\"A;;;;;;", "", nameof(ImportTexts.UnclosedQuotes) },
    };

    /// <summary>Line of licences, column at fault, name of the reason.</summary>
    public static TheoryData<string, string, string> Licences => new()
    {
        { "AB;JAZZ;Single;;;InStock;;;;;;;;", "LicenceNumber", nameof(ImportTexts.NotALicenceNumber) },
        { "FOREIGN1;NIC;Single;;;InStock;;;;;;;;", "ProductCode", nameof(ImportTexts.UnknownProduct) },
        { "FOREIGN1;JAZZ;Cal;0;;InStock;;;;;;;;", "Quantity", nameof(ImportTexts.NotWithin) },
        { "FOREIGN1;JAZZ;Cal;;;InStock;;;;;;;;", "BaseLicenceNumber", nameof(ImportTexts.AddOnNeedsBase) },
        { "FOREIGN1;JAZZ;Cal;;FOREIGN7;InStock;;;;;;;;", "BaseLicenceNumber", nameof(ImportTexts.UnknownLicence) },
        { "FOREIGN1;JAZZ;Net3;;FOREIGN7;InStock;;;;;;;;", "BaseLicenceNumber", nameof(ImportTexts.OnlyAddOnHasBase) },
        { "FOREIGN1;JAZZ;Single;;;Sold;P1;;;;;;;", "DeliveredOn", nameof(ImportTexts.MissingInState) },
        { "FOREIGN1;JAZZ;Single;;;Sold;P9;2026-01-01;;;;;;", "PartnerCode", nameof(ImportTexts.UnknownPartner) },
        { "FOREIGN1;JAZZ;Single;;;Sold;P1;1. ledna;;;;;;", "DeliveredOn", nameof(ImportTexts.NotADay) },
        { "FOREIGN1;JAZZ;Single;;;InStock;P1;;;;;;;", "PartnerCode", nameof(ImportTexts.NoPartnerInState) },
        { "FOREIGN1;JAZZ;Single;;;SoldDirectly;;;1999;2026-01-01;;;;", "CustomerNumber", nameof(ImportTexts.UnknownCustomer) },
        { "FOREIGN1;JAZZ;Single;;;Registered;;;1001;;;;;", "PurchasedOn", nameof(ImportTexts.MissingInState) },
        { "FOREIGN1;JAZZ;Single;;;Registered;;;1001;2026-11-11;;;;", "PurchasedOn", nameof(ImportTexts.InFuture) },
        { "FOREIGN1;JAZZ;Single;;;Registered;P1;2026-05-02;1001;2026-05-01;;;;", "PurchasedOn", nameof(ImportTexts.BeforeDelivery) },
        { "FOREIGN1;JAZZ;Single;;;Ended;;;;;;;2026-05-01;", "EndReason", nameof(ImportTexts.MissingInState) },
        { "FOREIGN1;JAZZ;Single;;;InStock;;;;;;;;FOREIGN7", "ReplacesLicenceNumber", nameof(ImportTexts.UnknownLicence) },
        { "FOREIGN1;JAZZ;Single", "", nameof(ImportTexts.WrongCount) },
    };

    [Theory]
    [MemberData(nameof(Customers))]
    public Task A_bad_customer_is_reported_and_the_others_come_in(string line, string column, string reason) =>
        ShouldRefuse(CustomerHeader, line, column, reason, "3001;Company;CZ;Dobrá s.r.o.;;;;;;");

    [Theory]
    [MemberData(nameof(Licences))]
    public Task A_bad_licence_is_reported_and_the_others_come_in(string line, string column, string reason) =>
        ShouldRefuse(ImportFolder.LicenceHeader, line, column, reason, "FOREIGN9;JAZZ;Single;;;InStock;;;;;;;;");

    [Theory]
    [InlineData("LicenceNumber;Year;From;Until;Source;Reason", "FOREIGN1;2026;;;Accounting;", "LicenceNumber", nameof(ImportTexts.UnknownLicence))]
    [InlineData("LicenceNumber;Year;From;Until;Source;Reason", "FOREIGN1;2026;2026-01-01;;Accounting;", "Year", nameof(ImportTexts.YearOrDays))]
    [InlineData("LicenceNumber;Year;From;Until;Source;Reason", "FOREIGN1;;2026-02-01;2026-01-01;Accounting;", "Until", nameof(ImportTexts.WrongSpan))]
    [InlineData("LicenceNumber;Year;From;Until;Source;Reason", "FOREIGN1;2026;;;ByHand;", "Reason", nameof(ImportTexts.ReasonNeeded))]
    [InlineData("CustomerNumber;Name;Email;Phone", "1001;Jana;;", "Email", nameof(ImportTexts.EmailOrPhone))]
    [InlineData("CustomerNumber;Name;Email;Phone", "1001;Jana;jana;", "Email", nameof(ImportTexts.NotAnEmail))]
    [InlineData("CustomerNumber;Name;Email;Phone", "1999;Jana;jana@example.cz;", "CustomerNumber", nameof(ImportTexts.UnknownCustomer))]
    [InlineData("CustomerNumber;Email;Role", "1001;jana@example.cz;Boss", "Role", nameof(ImportTexts.NotOneOf))]
    [InlineData("Code;Name;Country;Phone", "P5;A;CZ;123", "Phone", nameof(ImportTexts.NotAPhone))]
    public Task Other_bad_lines_are_reported(string header, string line, string column, string reason) => ShouldRefuse(header + "\n", line, column, reason, null);

    [Fact]
    public async Task A_line_too_long_ruins_no_other()
    {
        await using var folder = new ImportFolder();
        var summary = (await folder.Import($"Code;Name;Line\nA;{new string('x', 200)};L\nB;{new string('x', 100_000)};L\nC;C;L\n")).Single();
        summary.Problems.Select(problem => problem.Line).ShouldBe([2, 3]);
        (await folder.World.Db(db => db.Products.SingleAsync())).Code.ShouldBe("C");
    }

    [Fact]
    public async Task A_line_that_the_database_itself_refuses_ruins_no_other()
    {
        await using var folder = new ImportFolder();
        await folder.World.Db(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER Refuse BEFORE INSERT ON Products WHEN NEW.Code = 'B' BEGIN SELECT RAISE(ABORT, 'no'); END", TestContext.Current.CancellationToken));
        var summary = (await folder.Import("Code;Name;Line\nA;A;L\nB;B;L\nC;C;L")).Single();
        (summary.Added, summary.Bad).ShouldBe((2, 1));
        var problem = summary.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Reason).ShouldBe((3, ImportTexts.NotSaved));
    }

    private static async Task ShouldRefuse(string header, string line, string column, string reason, string? good)
    {
        await using var folder = await ImportFolder.WithBasics();
        var summary = (await folder.Import($"{header}{line}\n{good}")).Single();
        var problem = summary.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((2, column));
        problem.Reason.ShouldStartWith(ImportTexts.ResourceManager.GetString(reason, CultureInfo.CurrentUICulture)!.Split('{')[0]);
        summary.Added.ShouldBe(good is null ? 0 : 1);
    }
}
