using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Records;
using CustomerCentre.Mail;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Mail;

/// <summary>What tests of mail do: write a letter, let what is due be delivered, look at the row.</summary>
internal static class MailWorld
{
    public static readonly Letter Letter = new("Test", "Potvrďte e-mail", ["Žluťoučký kůň."], new LetterButton("Potvrdit", "/account/confirm-email?token=abc"));

    public static Task Write(this World world, Letter letter, string language = "cs", string to = "jana@posta.example") => world.InScope(async services =>
    {
        services.GetRequiredService<Outbox>().Add(EmailAddress.Parse(to), language, () => letter);
        return await services.GetRequiredService<CustomerCentre.Data.CustomerCentreDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    public static Task<int> Deliver(this World world) => world.Deliver(TestContext.Current.CancellationToken);

    public static Task<int> Deliver(this World world, CancellationToken stop) => world.InScope(services => services.GetRequiredService<MailDelivery>().Run(stop));

    public static Task<OutgoingMail> Mail(this World world) => world.Db(db => db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));

    private static async Task<T> InScope<T>(this World world, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
