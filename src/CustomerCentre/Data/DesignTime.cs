using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CustomerCentre.Data;

/// <summary>Lets the migration tool build either model without starting the portal.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().UseEmbedded("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesign" />
internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqlServerDb>)new DbContextOptionsBuilder<SqlServerDb>().UseProductionServer("Server=none", new DatabaseOptions()).Options);
}
