using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Support;
using CustomerCentre.Features.Accounts.Profile;
using CustomerCentre.Tests.Features.SingleSignOn;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Tests.Features.Accounts.Profile;

public sealed partial class MyDataTests
{
    private static readonly Dictionary<Type, string> LeftOut = new()
    {
        [typeof(MailedLink)] = "a secret; its letter is among the mails",
        [typeof(RegistrationLink)] = "a secret; its letter is among the mails",
        [typeof(SafetyNotice)] = "its letter is among the mails",
        [typeof(JoinedRow)] = "bookkeeping for a week of a join; its letter is among the mails",
        [typeof(SignUp)] = "a copy of the account that goes in a week, with the hash of a password",
        [typeof(FirstSignIn)] = "a half-done way in that goes in a week; its letter is among the mails",
        [typeof(RecoveryCode)] = "a secret; that they were drawn is among the events",
        [typeof(FactorCode)] = "a secret; its letter is among the mails",
        [typeof(CallerCode)] = "a secret; that it was made is among the events",
        [typeof(CheckCode)] = "a secret; that it was made is among the events",
        [typeof(ApiSecret)] = "a secret of a partner; that it was made is among the events",
        [typeof(PartnerGrant)] = "the customer's; that it was granted is among the events",
        [typeof(CustomerNote)] = "the customer's; that it was written is among the events",
        [typeof(LicenceContest)] = "would tell that the number belongs to another customer; that it was opened is among the events",
        [typeof(OpenIddictEntityFrameworkCoreToken<Guid>)] = "a secret; the visits tell of it",
        [typeof(IdentityUserClaim<Guid>)] = "never written",
        [typeof(IdentityUserLogin<Guid>)] = "never written",
        [typeof(IdentityUserToken<Guid>)] = "never written",
    };

    [Fact]
    public async Task Whatever_knows_an_account_or_an_email_is_in_the_file_or_left_out_for_a_reason()
    {
        var log = new CommandLog();
        await using var world = new AccountWorld(log);
        var person = await world.Account();
        var types = await world.World.Db(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => !type.IsOwned() && KnowsPerson(type)).ToList()));
        log.Sent.Clear();

        await Read(world, person);

        var read = log.Sent.SelectMany(sql => ReadTable().Matches(sql)).Select(match => match.Groups[1].Value).ToHashSet();
        types.Count.ShouldBeGreaterThan(30);
        types.Where(type => !read.Contains(type.GetTableName()!)).Select(type => type.ClrType).ShouldBe(LeftOut.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Services_and_consents_are_in_the_file()
    {
        await using var world = new ServicePortal();
        using var browser = await world.Portal.SignedIn();
        await world.Shop.SignIn(browser);
        var asked = await browser.Get((await browser.Get(world.Till.Request(("scope", "openid email")))).Leads!);
        await browser.Get((await browser.Post(asked, "consent", ("Input.Agrees", "true"))).Leads!);
        await world.Portal.Db(async db => db.Add(new Consent(Guid.CreateVersion7(), Guid.NewGuid(), CookieGroups.Statistics, "1", world.Portal.Time.GetUtcNow(), (await db.Users.SingleAsync()).Id)) is not null
            && await db.SaveChangesAsync() > 0);

        var data = JsonDocument.Parse((await browser.Post(await browser.Get("/account/profile"), "/account/my-data")).Html).RootElement;

        data.GetProperty("serviceVisits").EnumerateArray().Select(visit => visit.GetProperty("service").GetString()).ShouldBe(["eshop", "mkasa"], ignoreOrder: true);
        var consent = data.GetProperty("serviceConsents").EnumerateArray().ShouldHaveSingleItem();
        (consent.GetProperty("service").GetString(), consent.GetProperty("status").GetString()).ShouldBe(("mkasa", "valid"));
        consent.GetProperty("allowed").EnumerateArray().Select(scope => scope.GetString()).ShouldBe(["openid", "email"], ignoreOrder: true);
        data.GetProperty("cookieConsents").EnumerateArray().ShouldHaveSingleItem().GetProperty("allowed").GetString().ShouldBe("Statistics");
    }

    [Fact]
    public async Task What_was_typed_and_what_is_kept_under_the_email_are_the_persons_too()
    {
        await using var world = new AccountWorld();
        var (person, now) = (await world.Account(), world.World.Time.GetUtcNow());
        var known = await world.World.KnownConsumer(contact: AccountWorld.Email.ToUpperInvariant());
        var draft = new OnboardingDraft(Guid.CreateVersion7(now), person.AccountId, now);
        draft.Keep("""{"company":{"name":"Žofie"}}""", "company", now);
        var asked = new AccessRequest(Guid.CreateVersion7(now), person.AccountId, "5678", "602 00 Nováková", now) { CustomerId = known.Id, Message = "To jsem já" };
        await world.World.Add(draft, asked, new JoinedService("STARA@EXAMPLE.CZ", "eshop", person.AccountId, now),
            new Invitation(Guid.CreateVersion7(now), known.Id, EmailAddress.Parse(AccountWorld.Email), MemberRole.Reader, person.AccountId, now),
            new EmailChange(person.AccountId, EmailAddress.Parse("nova@example.cz"), now));

        var file = await Read(world, person);

        file["account"].ShouldContain("nova@example.cz");
        file["drafts"].ShouldContain("\"company\":{\"name\":\"Žofie\"}");
        file["oldAccounts"].ShouldContain("STARA@EXAMPLE.CZ");
        file["contacts"].ShouldContain("Jana Nováková");
        file["invitations"].ShouldContain("Reader");
        file["accessRequests"].ShouldContain("To jsem já");
        file["accessRequests"].ShouldNotContain($"{known.Id}", customMessage: "where the pair leads to is not said");
    }

    [Fact]
    public async Task Of_a_natural_person_the_file_holds_the_details_and_of_a_company_only_its_name()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        await world.World.KnownCompany(members: [(person.AccountId, MemberRole.Manager)]);
        var consumer = await world.World.KnownConsumer();
        await world.World.Add(new Member(consumer.Id, person.AccountId, MemberRole.Manager, world.World.Time.GetUtcNow()));

        var rows = JsonDocument.Parse((await Read(world, person))["memberships"]).RootElement.EnumerateArray().ToDictionary(row => row.GetProperty("Customer").GetString()!);

        rows["Známá s.r.o."].GetProperty("Person").ValueKind.ShouldBe(JsonValueKind.Null);
        rows["Jana Nováková"].GetProperty("Person").GetProperty("Street").GetString().ShouldBe("Krátká 2");
    }

    [Fact]
    public async Task Another_persons_rows_are_not_in_the_file()
    {
        await using var world = new AccountWorld();
        var (person, other) = (await world.Account(), await world.Account("petr@example.cz"));
        await world.World.KnownConsumer(contact: "petr@example.cz");
        await world.World.Add(new Consent(Guid.CreateVersion7(), Guid.NewGuid(), CookieGroups.Statistics, "1", world.World.Time.GetUtcNow(), other.AccountId));

        var file = await Read(world, person);

        (file["contacts"], file["cookieConsents"]).ShouldBe(("[]", "[]"));
        string.Concat(file.Values).ShouldNotContain("petr@example.cz");
    }

    [Fact]
    public async Task A_long_history_comes_whole()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        var now = world.World.Time.GetUtcNow();
        await world.World.Add([.. Enumerable.Range(0, MyDataReading.PageSize + 1).Select(i => new Session(person.AccountId, $"{i}", "", now))]);
        JsonDocument.Parse((await Read(world, person))["sessions"]).RootElement.GetArrayLength().ShouldBe(MyDataReading.PageSize + 2);
    }

    [Fact]
    public async Task No_secret_is_in_the_file()
    {
        await using var world = new AccountWorld();
        var person = await world.Account();
        var (hash, stamp) = await world.World.Db(db => db.Users.Select(account => ValueTuple.Create(account.PasswordHash!, account.SecurityStamp!)).SingleAsync());
        var file = string.Concat((await Read(world, person)).Values);
        (file.Contains(hash, StringComparison.Ordinal), file.Contains(stamp, StringComparison.Ordinal), file.Contains("?token=", StringComparison.Ordinal)).ShouldBe((false, false, false));
    }

    private static async Task<Dictionary<string, string>> Read(AccountWorld world, CustomerCentre.Features.Accounts.SignedIn person)
    {
        var file = new Dictionary<string, string>();
        foreach (var name in ExportMyData.Parts)
        {
            var (rows, after) = (new List<object>(), (Guid?)null);
            do
            {
                var part = (await world.As(person, new ExportMyData.Command(name, after))).Value;
                rows.AddRange(part.Rows);
                after = part.Last;
            }
            while (after is not null);
            file[name] = JsonSerializer.Serialize(rows, Readable);
        }

        return file;
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool KnowsPerson(IEntityType type) =>
        type.ClrType == typeof(Account) || type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Account))
        || type.GetProperties().Any(property => property.Name is "SubjectId" or "Subject" || property.Name.EndsWith("AccountId", StringComparison.Ordinal)
            || property.Name.Contains("Email", StringComparison.Ordinal) || property.ClrType == typeof(EmailAddress));

    [GeneratedRegex("""(?:FROM|JOIN) ["\[](\w+)["\]] AS""")]
    private static partial Regex ReadTable();
}
