using System.Reflection;
using System.Text.Json;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Tests.Domain.Licences;

public sealed class PartnerEntitlementTests
{
    private const string Seller = "Prodejce Zvláštní s.r.o.";
    private const string Number = "20K0-63R1-B72G-H8GQ";
    private const string Document = "FV-TAJNA-77";
    private static readonly DateOnly Day = new(2026, 11, 10);

    [Fact]
    public void A_partner_is_told_the_line_yes_or_no_and_until_and_nothing_else() =>
        typeof(PartnerEntitlement).GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(property => property.Name != "EqualityContract")
            .Select(property => (property.Name, property.PropertyType)).ShouldBe(
                [(nameof(PartnerEntitlement.Line), typeof(string)), (nameof(PartnerEntitlement.IsEntitled), typeof(bool)), (nameof(PartnerEntitlement.Until), typeof(DateOnly?))],
                ignoreOrder: true);

    [Fact]
    public void Neither_seller_nor_name_nor_number_gets_through()
    {
        var licences = new[] { Of("POHODA", 2026), Of("PAMICA", 2025) };
        JsonSerializer.Serialize(licences).ShouldContain("Zvl");

        var told = JsonSerializer.Serialize(PartnerEntitlement.Of(licences));

        told.ShouldBe("""[{"Line":"PAMICA","IsEntitled":false,"Until":null},{"Line":"POHODA","IsEntitled":true,"Until":"2026-12-31"}]""");
        foreach (var secret in (string[])["Prodejce", "Zvl", Number, "H8GQ", Document, "Komplet", licences[0].Support.RestsOn.ToString()])
            told.ShouldNotContain(secret);
    }

    [Fact]
    public void Of_a_line_the_longest_cover_is_told_and_what_came_to_an_end_leaves_no_trace()
    {
        var ended = Licence("GLX", 2026);
        ended.End(LicenceEnd.Blocked, new(2026, 10, 2), "neuhrazená faktura");
        var told = PartnerEntitlement.Of([Of("POHODA", 2026), Of("POHODA", 2026, 2027), Of("POHODA", 2025), LicenceEntitlement.Of(ended, Seller, Day)]);

        told.ShouldBe([new PartnerEntitlement("POHODA", true, new(2027, 12, 31))]);
    }

    private static LicenceEntitlement Of(string line, params int[] years) => LicenceEntitlement.Of(Licence(line, years), Seller, Day);

    private static Licence Licence(string line, params int[] years)
    {
        var product = new Product { Id = Guid.NewGuid(), Code = "X", Name = $"{line} Komplet pro Karla", Line = line };
        var licence = CustomerCentre.Domain.Licences.Licence.Make(Guid.NewGuid(), product.Id, LicenceKind.Single, LicenceNumber.Parse(Number), DateTimeOffset.UnixEpoch);
        typeof(Licence).GetProperty(nameof(licence.Product))!.SetValue(licence, product);
        licence.BindTo(Guid.NewGuid(), new Purchase(new(2025, 1, 1), Document), DateTimeOffset.UnixEpoch);
        licence.AddSupport(years.Select(year => new SupportPeriod(licence.Id, new(year, 1, 1), new(year, 12, 31), SupportSource.Accounting)));
        return licence;
    }
}
