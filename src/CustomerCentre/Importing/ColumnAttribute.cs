namespace CustomerCentre.Importing;

/// <summary>Documents a column of an imported file, and says how its values are treated. The table of columns in the templates is made from these.</summary>
/// <param name="meaning">What stands in the column, and in which format.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ColumnAttribute(string meaning) : Attribute
{
    public string Meaning => meaning;

    /// <summary>The file must have the column and every line a value in it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Values are licence numbers: they never stand whole in a report.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Values never stand in a report, not even in part.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Values may be birth numbers: they never stand in a report.</summary>
    public bool MayBeBirthNumber { get; init; }
}
