using CustomerCentre.Data;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Onboarding;
using CustomerCentre.Tests.Features.Registrations;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Data;

public sealed class HoldsTests
{
    private const string Hold = "UPDATE \"Accounts\"";

    [Fact]
    public async Task An_account_changed_by_another_node_is_noticed()
    {
        await using var world = new World();
        var id = await world.Account();
        await using var one = world.Services.CreateAsyncScope();
        var here = one.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var read = await here.Users.SingleAsync(account => account.Id == id);

        await world.Db(async there =>
        {
            (await there.Users.SingleAsync(account => account.Id == id)).PasswordHash = "new";
            return await there.SaveChangesAsync();
        });

        read.Name = "Jana";
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => here.SaveChangesAsync());
    }

    [Fact]
    public async Task A_row_that_was_touched_is_noticed_though_nothing_in_it_changed()
    {
        await using var world = new World();
        var licence = await world.LicenceAtPartner();
        await using var one = world.Services.CreateAsyncScope();
        var here = one.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        var read = await here.Licences.SingleAsync(l => l.Id == licence.Id);

        await world.Db(async there =>
        {
            there.Touch(await there.Licences.SingleAsync(l => l.Id == licence.Id));
            return await there.SaveChangesAsync();
        });

        read.RememberSale(null, "FV2");
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => here.SaveChangesAsync());
    }

    [Fact]
    public async Task Of_one_person_one_wizard_is_begun_after_the_other()
    {
        var log = new CommandLog();
        await using var world = Logged(log);
        var me = await world.Account();
        log.Sent.Clear();

        (await world.Send(new OpenDraft.Command(Guid.CreateVersion7()), me)).IsDone.ShouldBeTrue();

        log.PlaceOf(Hold).ShouldBeLessThan(log.PlaceOf("FROM \"Drafts\""));
    }

    [Fact]
    public async Task Of_one_person_one_customer_is_opened_after_the_other()
    {
        var log = new CommandLog();
        await using var world = Logged(log);
        var (me, command) = (await world.Account(), Filled.First(await world.LicenceAtPartner()));
        log.Sent.Clear();

        (await world.Send(command, me)).IsDone.ShouldBeTrue();

        log.PlaceOf(Hold).ShouldBeLessThan(log.PlaceOf("FROM \"Customers\""));
        log.PlaceOf(Hold).ShouldBeLessThan(log.PlaceOf("FROM \"Registrations\""));
    }

    [Fact]
    public async Task Of_a_resent_letter_and_a_corrected_email_at_once_the_slower_is_done_again()
    {
        var (rival, log) = (new Rival("UPDATE \"SignUps\""), new CommandLog());
        await using var world = new World(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(rival, log)));
        var id = Guid.NewGuid();
        await world.Send(new BeginSignUp.Command { Id = id, Email = "jana@example.cz", Password = "modrý kolotoč v aleji" });
        rival.Work = (db, token) => db.SignUps.ExecuteUpdateAsync(set => set.SetProperty(signUp => EF.Property<Guid>(signUp, "Version"), Guid.NewGuid()), token);

        (await world.Send(new ResendConfirmation.Command { SignUpId = id, Email = "jana@example.cz" })).IsDone.ShouldBeTrue();

        // The rival's, ours that came too late, and ours again.
        log.CountOf("UPDATE \"SignUps\"").ShouldBe(3);
        (await world.Db(db => db.Outbox.CountAsync())).ShouldBe(2);
    }

    private static World Logged(CommandLog log) => new(services => services.ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(log)));
}
