using System.Reflection;

namespace CustomerCentre.Importing;

/// <summary>A documented column of an imported file.</summary>
internal sealed record Column(string Name, ColumnAttribute About)
{
    public static IReadOnlyList<Column> Of(Type line) =>
    [
        .. line.GetProperties()
            .Select(property => (property.Name, About: property.GetCustomAttribute<ColumnAttribute>()))
            .Where(column => column.About is not null)
            .Select(column => new Column(column.Name, column.About!)),
    ];
}
