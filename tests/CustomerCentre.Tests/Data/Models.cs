using CustomerCentre.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CustomerCentre.Tests.Data;

/// <summary>Both models as their migrations see them; no database is opened.</summary>
internal static class Models
{
    public static CustomerCentreDb Sqlite() => new SqliteDesign().CreateDbContext([]);

    public static CustomerCentreDb SqlServer() => new SqlServerDesign().CreateDbContext([]);

    public static CustomerCentreDb Of(string provider) => provider == "Sqlite" ? Sqlite() : SqlServer();

    /// <summary>The model with everything migrations need, such as collations and filters, which the running model leaves out.</summary>
    public static IModel Design(this CustomerCentreDb db) => db.GetService<IDesignTimeModel>().Model;
}
