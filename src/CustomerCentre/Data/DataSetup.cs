using CustomerCentre.Data.Credentials;
using CustomerCentre.Data.PartnerStatus;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>Chooses the database by <c>Database:Provider</c>: <c>Sqlite</c> (embedded, the default) or <c>SqlServer</c>.</summary>
public static class DataSetup
{
    public const string ConnectionName = "CustomerCentre";

    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        var connection = configuration.GetConnectionString(ConnectionName);
        if (options.Provider == DatabaseProvider.SqlServer)
            services.AddDbContext<CustomerCentreDb, SqlServerDb>(db => db.UseProductionServer(connection, options), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        else
            services.AddEmbedded(PathUnder(environment.ContentRootPath, connection).ConnectionString);

        services.AddPartnerStatus().AddSingleton<SecretBook>();
        services.AddScoped<Attempts>().AddScoped<Failures>().AddScoped<NumberIssuer>().AddScoped<AuditTrail>().AddScoped<DuplicateGuard>().AddScoped<Lookup.CustomerLookup>().AddSingleton<CallerDigits>();
        services.AddOptions<CustomerNumberOptions>().BindConfiguration("CustomerNumbers");
        services.AddDataProtection().SetApplicationName("CustomerCentre").PersistKeysToDbContext<CustomerCentreDb>().ProtectWithCertificate(configuration);
        return services;
    }

    private static void AddEmbedded(this IServiceCollection services, string connection) =>
        services.AddDbContext<CustomerCentreDb, SqliteDb>(db => db.UseEmbedded(connection), ServiceLifetime.Scoped, ServiceLifetime.Singleton);

    public static DbContextOptionsBuilder UseEmbedded(this DbContextOptionsBuilder db, string connection) =>
        db.UseSqlite(connection).AddInterceptors(new SqlitePragmas(), new SqliteNames(), new NameWords(), new VersionStamp());

    public static DbContextOptionsBuilder UseProductionServer(this DbContextOptionsBuilder db, string? connection, DatabaseOptions options) =>
        db.UseSqlServer(connection, server =>
        {
            server.EnableRetryOnFailure();
            if (options.MaxBatchSize is { } size)
                server.MaxBatchSize(size);
        }).AddInterceptors(new NameWords(), new VersionStamp());

    /// <summary>The folder of the embedded database; what Development keeps outside of the database lies beside it.</summary>
    public static string FolderOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var isEmbedded = configuration.GetValue<DatabaseProvider>("Database:Provider") == DatabaseProvider.Sqlite;
        return Path.GetDirectoryName(PathUnder(environment.ContentRootPath, isEmbedded ? configuration.GetConnectionString(ConnectionName) : null).DataSource)!;
    }

    private static SqliteConnectionStringBuilder PathUnder(string contentRoot, string? connection)
    {
        var sqlite = new SqliteConnectionStringBuilder(connection ?? "Data Source=App_Data/customercentre.db");
        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, contentRoot);
        Directory.CreateDirectory(Path.GetDirectoryName(sqlite.DataSource)!);
        return sqlite;
    }
}

/// <summary>Which database is used.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Settings of section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; init; }

    /// <summary>Most commands sent to SQL Server at once; the provider's own choice when not set.</summary>
    public int? MaxBatchSize { get; init; }
}
