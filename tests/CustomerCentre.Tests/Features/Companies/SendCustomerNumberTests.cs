using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Features.Companies;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class SendCustomerNumberTests
{
    private const string Register = "25313142";

    [Fact]
    public async Task The_contacts_of_a_customer_get_its_number_and_name()
    {
        await using var world = new World();
        var customer = await world.KnownCompany("1234567890", contact: "jana@example.cz");
        await AddContacts(world, customer, "petr@example.cz", "JANA@example.cz");

        (await world.Send(Asking("253 131 42"))).IsDone.ShouldBeTrue();

        var mails = await Mails(world);
        mails.Select(mail => mail.To.Normalized).Order().ShouldBe([EmailAddress.Parse("jana@example.cz").Normalized, EmailAddress.Parse("petr@example.cz").Normalized]);
        mails.ShouldAllBe(mail => mail.CustomerId == customer.Id);
        mails.ShouldAllBe(mail => mail.Text!.Contains("ID zákazníka firmy Známá s.r.o. je 123 456 7890."));
        (await world.Db(db => db.Audit.SingleAsync(entry => entry.Event == "CustomerNumberAsked"))).CustomerId.ShouldBe(customer.Id);
    }

    [Theory]
    [InlineData("CZ", "ID zákazníka vaší firmy")]
    [InlineData("SK", "ID zákazníka vašej firmy")]
    [InlineData("AT", "Your company's customer ID")]
    public async Task The_mail_speaks_the_language_of_the_customers_country(string country, string subject)
    {
        await using var world = new World();
        await AddCompany(world, Country.Parse(country), "88", duplicateOf: null, "jana@example.cz");

        await world.Send(Asking(country: country));

        (await Mails(world)).Single().Subject.ShouldBe(subject);
    }

    [Fact]
    public async Task At_most_five_contacts_are_written_to()
    {
        await using var world = new World();
        await AddContacts(world, await world.KnownCompany(), [.. Enumerable.Range(1, 7).Select(i => $"k{i}@example.cz")]);

        await world.Send(Asking());

        (await Mails(world)).Count.ShouldBe(SendCustomerNumber.MostContacts);
    }

    [Fact]
    public async Task Only_the_primary_of_duplicates_is_mailed()
    {
        await using var world = new World();
        var primary = await world.KnownCompany("1111", contact: "hlavni@example.cz");
        await AddCompany(world, Country.Czechia, "2222", primary.Id, "stary@example.cz");

        await world.Send(Asking());

        (await Mails(world)).Single().To.Value.ShouldBe("hlavni@example.cz");
    }

    [Fact]
    public async Task The_third_time_a_day_nothing_is_mailed_and_nothing_is_said()
    {
        await using var world = new World();
        await world.KnownCompany(contact: "jana@example.cz");
        for (var i = 0; i < 3; i++)
            (await world.Send(Asking(), address: $"192.0.2.{i}")).IsDone.ShouldBeTrue();
        (await Mails(world)).Count.ShouldBe(2);

        world.Time.Advance(TimeSpan.FromDays(1));
        await world.Send(Asking());
        (await Mails(world)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Known_unknown_and_exhausted_companies_read_the_same_and_cost_the_same()
    {
        var seen = new List<(bool, int, int)>();
        foreach (var (register, contact, earlier) in new[] { (Register, "jana@example.cz", 1), (Register, null, 1), ("45274649", "jana@example.cz", 1), (Register, "jana@example.cz", 2) })
        {
            var commands = new CommandCount();
            await using var world = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(commands)));
            await world.KnownCompany(contact: contact);
            for (var i = 0; i < earlier; i++)
                await world.Send(Asking(register));
            var before = commands.Sent;

            var answer = await world.Send(Asking(register));
            seen.Add((answer.IsDone, answer.Errors.Count, commands.Sent - before));
        }

        seen.Distinct().Single().ShouldSatisfyAllConditions(one => one.Item1.ShouldBeTrue(), one => one.Item3.ShouldBeGreaterThan(SendCustomerNumber.MostContacts));
    }

    [Fact]
    public async Task One_network_may_ask_ten_times_a_day()
    {
        await using var world = new World();
        for (var i = 0; i < SendCustomerNumber.PerNetwork.Most; i++)
            (await world.Send(Asking($"{i + 1}"))).IsDone.ShouldBeTrue();

        (await world.Send(Asking("99"))).Errors.ShouldHaveSingleItem();
        (await world.Send(Asking("99"), address: "192.0.2.2")).IsDone.ShouldBeTrue();
        world.Time.Advance(TimeSpan.FromDays(1));
        (await world.Send(Asking("99"))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task One_account_may_ask_five_times_a_day_from_wherever()
    {
        await using var world = new World();
        var me = await world.Account();
        for (var i = 0; i < SendCustomerNumber.PerAccount.Most; i++)
            (await world.Send(Asking($"{i + 1}"), me, address: $"192.0.2.{i}")).IsDone.ShouldBeTrue();

        (await world.Send(Asking("99"), me, address: "192.0.2.99")).Errors.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("CZ", "12345678", true)]
    [InlineData("CZ", "123456789", false)]
    [InlineData("CZ", "abc", false)]
    [InlineData("CZ", " ", false)]
    [InlineData("AT", "FN 123456a", true)]
    [InlineData("XX", "25313142", false)]
    [InlineData(null, "25313142", false)]
    public void Only_the_shape_is_judged(string? country, string register, bool passes) =>
        new SendCustomerNumber.Validator().Validate(Asking(register, country)).IsValid.ShouldBe(passes);

    private static SendCustomerNumber.Command Asking(string register = Register, string? country = "CZ") => new() { CountryCode = country, RegistrationNumber = register };

    private static Task<List<OutgoingMail>> Mails(World world) => world.Db(db => db.Outbox.AsNoTracking().ToListAsync());

    private static Task AddContacts(World world, Customer customer, params string[] emails) =>
        world.Add([.. emails.Select(email => new Contact(Guid.CreateVersion7(), customer.Id) { Email = EmailAddress.Parse(email) })]);

    private static Task AddCompany(World world, Country country, string number, Guid? duplicateOf, string contact)
    {
        var details = new CustomerDetails { Kind = CustomerKind.Company, Country = country, Name = "Firma", RegistrationNumber = RegistrationNumber.Parse(country, Register) };
        var customer = Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse(number.PadLeft(4, '0')), details, RegisterCheck.None, world.Time.GetUtcNow());
        customer.AddContact("Kontakt", EmailAddress.Parse(contact), null);
        if (duplicateOf is { } primary)
            customer.MarkDuplicateOf(primary);
        return world.Add(customer);
    }
}
