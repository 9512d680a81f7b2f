using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Data;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void The_model_has_no_change_without_a_migration(string provider)
    {
        using var db = Models.Of(provider);
        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Models.Sqlite();
        using var server = Models.SqlServer();
        Names(sqlite).ShouldBe(Names(server));
    }

    // What comes before the name is the second in which it was made.
    private static IEnumerable<string> Names(CustomerCentre.Data.CustomerCentreDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
