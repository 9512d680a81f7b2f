using CustomerCentre.Data.Mapping;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data;

/// <summary>The database in production.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : CustomerCentreDb(options)
{
    private const int DuplicateKeyInIndex = 2601;
    private const int DuplicateKeyInConstraint = 2627;

    public override string NameOrder => "Czech_100_CI_AS";

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: DuplicateKeyInIndex or DuplicateKeyInConstraint };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ModelRules.CutGroups(builder, "SUBSTRING([Number], 5, 4)", "SUBSTRING([Number], 9, 4)", "RIGHT([Number], 4)");
        ModelRules.UseBinaryCollation(builder, "Latin1_General_100_BIN2");
    }
}
