using System.Collections.Concurrent;
using CustomerCentre.Data.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CustomerCentre.Data.Bulk;

/// <summary>How the rows of an entity type are written without the change tracker: what stands in which column, as the mapping says. Computed columns are left to the database.</summary>
internal sealed class BulkTable
{
    private static readonly ConcurrentDictionary<IEntityType, BulkTable> Known = [];
    private readonly IEntityType type;

    private BulkTable(IEntityType type)
    {
        this.type = type;
        var table = type.GetTableMappings().Single().Table;
        Name = table.Name;
        Columns = [.. table.Columns.Where(column => column.ComputedColumnSql is null).Select(Read)];
    }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public static BulkTable Of(IEntityType type) => Known.GetOrAdd(type, static type => new BulkTable(type));

    /// <summary>Rows whose key begins with a text, in its order: neighbours fall into one page of its index instead of a page each.</summary>
    public IEnumerable<object> InOrderOfText(IEnumerable<object> rows)
    {
        var first = type.FindPrimaryKey()!.Properties[0].GetColumnName();
        var key = Columns.Single(column => column.Name == first);
        return key.Type == typeof(string) ? rows.OrderBy(row => (string?)key.Of(row), StringComparer.Ordinal) : rows;
    }

    private BulkColumn Read(IColumn column)
    {
        // The key of an owned part is its owner's.
        var property = column.PropertyMappings.Select(mapping => mapping.Property).OrderBy(property => property.DeclaringType == type ? 0 : 1).First();
        var mapping = property.GetRelationalTypeMapping();
        var stored = mapping.Converter?.ProviderClrType ?? property.ClrType;
        return new(column.Name, Nullable.GetUnderlyingType(stored) ?? stored, ValueOf(property), mapping.Converter?.ConvertToProvider);
    }

    private Func<object, object?> ValueOf(IProperty property)
    {
        if (property.Name == ModelRules.Version)
            return _ => VersionStamp.New();
        if (property.IsShadowProperty())
            throw new NotSupportedException($"Nobody but the change tracker knows {property}.");
        var (part, getter) = (PartOf(property.DeclaringType), property.GetGetter());
        return part is null ? getter.GetClrValue : row => part(row) is { } owner ? getter.GetClrValue(owner) : null;
    }

    // The part of a row that a value stands in: an owned or complex one, or nothing for the entity itself.
    private Func<object, object?>? PartOf(ITypeBase declaring) =>
        declaring == type ? null
        : declaring is IComplexType complex ? complex.ComplexProperty.GetGetter().GetClrValue
        : ((IEntityType)declaring).FindOwnership()!.PrincipalToDependent!.GetGetter().GetClrValue;
}

/// <summary>A column of a row to be written.</summary>
internal sealed record BulkColumn(string Name, Type Type, Func<object, object?> Read, Func<object?, object?>? Convert)
{
    /// <summary>What is stored of an entity.</summary>
    public object? Of(object entity) => Read(entity) is not { } value ? null : Convert is null ? value : Convert(value);
}
