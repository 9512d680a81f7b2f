using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Api.Secrets;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.FileProviders;

namespace CustomerCentre.Benchmarks.Api;

/// <summary>A database with companies of three licences each, and a partner with a secret.</summary>
internal sealed class ApiData : IDisposable
{
    public required string Path { get; init; }
    public required string ClientId { get; init; }
    public required string Secret { get; init; }
    public required IReadOnlyList<(string Number, string Register)> Pairs { get; init; }

    /// <param name="customers">How many companies.</param>
    /// <param name="more">Adds what somebody else measures.</param>
    public static async Task<ApiData> Make(int customers, Action<CustomerCentreDb, IServiceProvider>? more = null)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"benchmark-{Guid.NewGuid():n}.db");
        var configuration = new ConfigurationBuilder().AddJsonFile(System.IO.Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection(ServerProcess.Settings(path)).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new Environment()).AddLogging();
        services.AddPortal(configuration, new Environment());
        await using var portal = services.BuildServiceProvider();
        await using var scope = portal.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomerCentreDb>();
        await db.Database.MigrateAsync();

        var partner = new Partner { Id = Guid.CreateVersion7(), Code = "P1", Name = "Partner", Country = Country.Czechia };
        var manager = new Account { Id = Guid.CreateVersion7(), Email = "m@example.cz", UserName = "m@example.cz", NormalizedEmail = "M", NormalizedUserName = "M" };
        var product = new Product { Id = Guid.CreateVersion7(), Code = "P", Name = "POHODA", Line = "POHODA" };
        db.AddRange(partner, manager, product, new PartnerMember(partner.Id, manager.Id, PartnerRole.Manager, DateTimeOffset.UnixEpoch));
        more?.Invoke(db, portal);
        await db.SaveChangesAsync();
        var pairs = await Fill(db, product, customers);

        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(manager.Id, Guid.Empty, [Policies.PartnerManager]);
        var made = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateSecret.Command { Id = Guid.CreateVersion7(), Days = 30 })).Value;
        await db.Outbox.ExecuteDeleteAsync();
        return new ApiData { Path = path, ClientId = made.ClientId, Secret = made.Text!, Pairs = pairs };
    }

    public void Dispose()
    {
        foreach (var file in (string[])[Path, Path + "-wal", Path + "-shm"])
            File.Delete(file);
    }

    private static async Task<List<(string Number, string Register)>> Fill(CustomerCentreDb db, Product product, int customers)
    {
        var (pairs, now) = (new List<(string Number, string Register)>(), TimeProvider.System.GetUtcNow());
        foreach (var batch in Enumerable.Range(0, customers).Chunk(500))
        {
            foreach (var n in batch)
            {
                var pair = ($"{60_000_000 + n}", $"{10_000_000 + n}");
                pairs.Add(pair);
                var customer = Customer.Open(Guid.CreateVersion7(now), CustomerNumber.Parse(pair.Item1), new CustomerDetails
                {
                    Kind = CustomerKind.Company,
                    Country = Country.Czechia,
                    Name = $"Company {n}",
                    RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, pair.Item2),
                }, RegisterCheck.None, now);
                db.Add(customer);
                db.AddRange(Enumerable.Range(0, 3).Select(_ => Registered(customer, product, now)));
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return pairs;
    }

    private static Licence Registered(Customer customer, Product product, DateTimeOffset now)
    {
        var licence = Licence.Make(Guid.CreateVersion7(now), product.Id, LicenceKind.Single, LicenceNumber.New(), now);
        var bought = new DateOnly(now.Year - 1, 9, 1);
        licence.BindTo(customer.Id, new Purchase(bought, null), now);
        licence.AddSupport(SupportRule.Default.PeriodsFor(licence.Id, bought));
        return licence;
    }

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Benchmark";
        public string ApplicationName { get; set; } = "CustomerCentre";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
