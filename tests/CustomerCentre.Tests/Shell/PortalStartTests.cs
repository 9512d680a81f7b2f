using CustomerCentre.Data;
using CustomerCentre.Data.Demo;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CustomerCentre.Tests.Shell;

public sealed class PortalStartTests
{
    private const string Certificate = "DataProtection:Certificate:Path";

    [Fact]
    public async Task Development_fills_an_empty_database_and_says_who_can_sign_in()
    {
        await using var world = new World();
        await Prepare(world, Environments.Development);
        var console = new StringWriter();
        await PortalStart.TellSignIns(world.Services, console);
        foreach (var person in SignIn.All)
            console.ToString().ShouldContain(person.Email);
        console.ToString().ShouldContain(DemoAccounts.Password);
        console.ToString().ShouldContain((await world.Db(db => DemoWorlds.NumbersToTry(db, TestContext.Current.CancellationToken)))[0]);
    }

    [Theory]
    [InlineData("Development", "Demo:Load", "false")]
    [InlineData("Staging", "Demo:Load", "true")]
    [InlineData("Production", Certificate, "portal.pfx")]
    public async Task Elsewhere_the_database_stays_empty_and_the_console_silent(string environment, string key, string value)
    {
        await using var world = new World();
        await Prepare(world, environment, (key, value));
        (await world.Db(db => db.Users.CountAsync())).ShouldBe(0);
        var console = new StringWriter();
        await PortalStart.TellSignIns(world.Services, console);
        console.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Production_refuses_a_database_with_demo_accounts()
    {
        await using var world = new World();
        await Prepare(world, Environments.Development);
        (await Should.ThrowAsync<StartRefusedException>(Prepare(world, Environments.Production, (Certificate, "portal.pfx")))).Message.ShouldBe(StartTexts.DemoInProduction);
    }

    [Fact]
    public async Task Production_refuses_to_start_without_a_certificate()
    {
        await using var world = new World();
        (await Should.ThrowAsync<StartRefusedException>(Prepare(world, Environments.Production))).Message.ShouldBe(StartTexts.CertificateMissing);
    }

    [Fact]
    public async Task Nothing_starts_without_the_key_while_weak_hashes_wait_for_it()
    {
        await using var world = new World(null, ("OldPasswords:Key", ""));
        var waiting = new OldPassword(EmailAddress.Parse("jana@example.cz"), "eshop", true, null, OldHashKind.Md5, new(), []);
        waiting.Rest(OldHashState.Encrypted, "what nobody can read without the key");
        await world.Add(waiting);
        (await Should.ThrowAsync<StartRefusedException>(Prepare(world, Environments.Production, (Certificate, "portal.pfx")))).Message.ShouldBe(StartTexts.OldPasswordKeyMissing);
    }

    private static async Task Prepare(World world, string environment, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value)).Build();
        await using var scope = world.Services.CreateAsyncScope();
        await PortalStart.Prepare(scope.ServiceProvider, new HostingEnvironment { EnvironmentName = environment }, configuration);
    }
}
