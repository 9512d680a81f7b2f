namespace CustomerCentre.Domain.Licences;

/// <summary>Licence types of the vendor: how many computers a licence covers. Add-ons hang on a base licence.</summary>
public enum LicenceKind
{
    /// <summary>One computer.</summary>
    Single,

    /// <summary>Network, three computers.</summary>
    Net3,

    /// <summary>Network, five computers.</summary>
    Net5,

    /// <summary>Add-on: additional non-network licence.</summary>
    Mlp,

    /// <summary>Add-on: additional network access, <see cref="Licence.Quantity"/> computers.</summary>
    Cal,
}

/// <summary>What follows from a licence type.</summary>
public static class LicenceKinds
{
    /// <summary>Whether a licence of this type hangs on a base licence.</summary>
    public static bool IsAddOn(this LicenceKind kind) => kind is LicenceKind.Mlp or LicenceKind.Cal;

    /// <summary>Computers a base licence covers by itself.</summary>
    public static int Stations(this LicenceKind kind) => kind switch
    {
        LicenceKind.Net3 => 3,
        LicenceKind.Net5 => 5,
        _ => 1,
    };
}
