using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Registrations;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Two_hundred_parallel_registrations_of_one_company_open_it_once()
    {
        await using var world = new World();
        var commands = new List<(Guid Account, CustomerCentre.Features.Registrations.RegisterFirstProducts.Command Command)>();
        for (var i = 0; i < 200; i++)
            commands.Add((await world.Account($"osoba{i}@example.cz"), Filled.First(await world.LicenceAtPartner())));

        var answers = await Task.WhenAll(commands.Select(pair => Task.Run(() => world.Send(pair.Command, pair.Account))));

        answers.Count(answer => answer.Value.Number is not null).ShouldBe(1);
        answers.Count(answer => answer.Value.CompanyMayBeKnown).ShouldBe(199);
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.IssuedNumbers.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.Licences.CountAsync(licence => licence.State == LicenceState.Registered))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_hundred_parallel_registrations_of_one_licence_bind_it_once()
    {
        await using var world = new World();
        var licence = await world.LicenceAtPartner();
        var people = new List<(Guid Account, string Number)>();
        for (var i = 0; i < 200; i++)
        {
            var account = await world.Account($"osoba{i}@example.cz");
            await world.KnownCompany($"{2000 + i}", $"{i:D8}", members: [(account, MemberRole.Manager)]);
            people.Add((account, $"{2000 + i}"));
        }

        var answers = await Task.WhenAll(people.Select((person, index) =>
            Task.Run(() => world.Send(Filled.Further(person.Number, licence), person.Account, address: $"198.51.100.{index}"))));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await world.Db(db => db.Registrations.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.SupportPeriods.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task One_command_sent_32_times_at_once_has_one_effect_and_32_equal_answers()
    {
        await using var world = new World();
        var (me, command) = (await world.Account(), Filled.First(await world.LicenceAtPartner(), await world.LicenceAtPartner()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => world.Send(command, me))));

        answers.Select(answer => answer.Value).Distinct().Single().Number.ShouldNotBeNull();
        (await world.Db(db => db.Customers.CountAsync())).ShouldBe(1);
        (await world.Db(db => db.Registrations.CountAsync())).ShouldBe(2);
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_known_company_sent_32_times_at_once_reads_the_same_32_times()
    {
        await using var world = new World();
        await world.KnownCompany();
        var (me, command) = (await world.Account(), Filled.First(await world.LicenceAtPartner()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => world.Send(command, me))));

        answers.Select(answer => answer.Value).Distinct().Single().CompanyMayBeKnown.ShouldBeTrue();
    }
}
