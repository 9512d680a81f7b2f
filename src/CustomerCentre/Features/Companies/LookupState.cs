namespace CustomerCentre.Features.Companies;

/// <summary>Where the look-up of a company is.</summary>
public enum LookupState
{
    /// <summary>Nothing to say.</summary>
    Quiet,

    /// <summary>The register is being asked.</summary>
    Asking,

    /// <summary>It takes longer than two seconds: the person is told to write on by hand.</summary>
    Slow,

    /// <summary>The register knows the company.</summary>
    Found,

    /// <summary>The register knows no such number.</summary>
    NotFound,

    /// <summary>Nobody could be asked.</summary>
    Silent,
}
