using CustomerCentre.Data;
using CustomerCentre.Data.Bulk;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data.Bulk;

public sealed class BulkInsertTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_writes_every_type_that_an_import_brings_as_SaveChanges_does()
    {
        await using var saved = new World();
        await using var written = new World();
        var rows = Rows();
        await saved.Add([.. rows]);
        await written.Db(db => db.InTransaction(
            async token =>
            {
                await db.SaveAll(rows, token);
                return true;
            },
            TestContext.Current.CancellationToken));
        string[] tables = ["Products", "Partners", "Customers", "IssuedNumbers", "CustomerWords", "Contacts", "Accounts", "Members", "Licences", "LicenceNumbers", "SupportPeriods"];
        foreach (var table in tables)
        {
            var expected = await saved.Db(db => Dump(db, table));
            expected.ShouldNotBeEmpty(table);
            (await written.Db(db => Dump(db, table))).ShouldBe(expected, table);
        }
    }

    [Fact]
    public async Task It_gives_each_row_a_version_and_leaves_computed_columns_to_the_database()
    {
        await using var world = new World();
        await world.Db(db => db.InTransaction(
            async token =>
            {
                await db.SaveAll(Rows(), token);
                return true;
            },
            TestContext.Current.CancellationToken));
        var versions = await world.Db(db => db.Licences.Select(licence => EF.Property<Guid>(licence, ModelRules.Version)).ToListAsync());
        versions.Distinct().Count().ShouldBe(3);
        versions.ShouldNotContain(Guid.Empty);
        (await world.Db(db => db.LicenceNumbers.Where(number => number.Number == LicenceNumber.Parse("FOREIGN000001")).Select(number => EF.Property<string>(number, LicenceMapping.LastGroup)).SingleAsync()))
            .ShouldBe("0001");
    }

    [Fact]
    public async Task It_reports_a_taken_number_as_SaveChanges_does()
    {
        await using var world = new World();
        await world.LicenceInStock("FOREIGN000001");
        var failure = await Should.ThrowAsync<DbUpdateException>(() => world.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await BulkInsert.Write(db, [new IssuedLicenceNumber(LicenceNumber.Parse("FOREIGN000001"), Guid.NewGuid(), Now)], CancellationToken.None);
            return true;
        }));
        (await world.Db(db => Task.FromResult(db.IsDuplicate(failure)))).ShouldBeTrue();
    }

    [Fact]
    public void The_server_is_given_days_as_points_in_time_and_no_computed_column()
    {
        using var db = Models.SqlServer();
        var licence = Licence.Make(Guid.CreateVersion7(), Guid.NewGuid(), LicenceKind.Net3, LicenceNumber.Parse("FOREIGN000001"), Now);
        licence.DeliverTo(Guid.NewGuid(), new DateOnly(2026, 9, 1));
        using var licences = new BulkRows(BulkTable.Of(db.Model.FindEntityType(typeof(Licence))!), [licence]);
        licences.Rows[0][nameof(Licence.DeliveredOn)].ShouldBe(new DateTime(2026, 9, 1));
        licences.Rows[0][nameof(Licence.Kind)].ShouldBe((int)LicenceKind.Net3);
        licences.Rows[0][nameof(Licence.EndedOn)].ShouldBe(DBNull.Value);
        using var numbers = new BulkRows(BulkTable.Of(db.Model.FindEntityType(typeof(IssuedLicenceNumber))!), [licence.Numbers.Single()]);
        numbers.Columns.Contains(LicenceMapping.LastGroup).ShouldBeFalse();
        numbers.Rows[0][nameof(IssuedLicenceNumber.Since)].ShouldBe(Now);
    }

    private static List<object> Rows()
    {
        var product = new Product { Id = Guid.CreateVersion7(), Code = "JAZZ", Name = "POHODA Jazz", Line = "POHODA", Variant = "Jazz" };
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = "P1", Name = "Prodejce", Country = Country.Slovakia, Email = EmailAddress.Parse("obchod@example.cz") };
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Company,
            Country = Country.Czechia,
            Name = "Řeznictví Šťastný, s.r.o.",
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, "25313142"),
            VatNumber = VatNumber.Parse(Country.Czechia, "CZ25313142"),
            Street = "Hlavní 1",
            City = "Jihlava",
            PostalCode = PostalCode.Parse(Country.Czechia, "586 01"),
            DataBoxId = DataBoxId.Parse("abc2de3"),
        };
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse("1001"), details, new RegisterCheck(Verification.Valid, "ARES", Now), Now);
        customer.AddContact("Jana", EmailAddress.Parse("jana@example.cz"), PhoneNumber.Parse("567112612", Country.Czechia));
        var duplicate = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse("1002"), details with { City = "Brno" }, RegisterCheck.None, Now);
        duplicate.MarkDuplicateOf(customer.Id);
        var account = NewAccount.For(EmailAddress.Parse("jana@example.cz"), Now);
        customer.Admit(account.Id, MemberRole.Manager, Now);
        var licence = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Net3, LicenceNumber.Parse("FOREIGN000001"), Now);
        licence.DeliverTo(partner.Id, new DateOnly(2026, 9, 1));
        licence.BindTo(customer.Id, new Purchase(new DateOnly(2026, 9, 30), "FV1"), Now);
        licence.AddSupport(SupportRule.Default.PeriodsFor(licence.Id, new DateOnly(2026, 9, 30)));
        licence.ReplaceNumber(LicenceNumber.Parse("FOREIGN000002"), Now);
        var addOn = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Cal, LicenceNumber.Parse("FOREIGN000003"), Now, 5, licence.Id);
        var ended = Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Single, LicenceNumber.New(), Now);
        ended.End(LicenceEnd.Blocked, new DateOnly(2026, 10, 1), "Poznámka");
        return [product, partner, account, customer, duplicate, licence, addOn, ended, .. Enumerable.Range(0, 20).Select(index => new Product { Id = Guid.CreateVersion7(), Code = $"C{index}", Name = "Další", Line = "TAX" })];
    }

    // Every column that the table has, with the type that SQLite or the server keeps of each value.
    private static async Task<List<string>> Dump(CustomerCentreDb db, string table)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(place => reader.GetName(place) != ModelRules.Version)
                .Select(place => reader.GetValue(place) is var value && value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value.GetType().Name} {value}")));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
