using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Shell;

/// <summary>A service of the operator whose passwords are good for the first sign-in here; the section <c>Operator:OldServices</c>.</summary>
public sealed class OldService
{
    /// <summary>Key of the service in imported credentials; never changes.</summary>
    public string Key { get; set; } = "";

    /// <summary>The service as people know it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether people know the e-mail of it only as the one they synchronise with; the sign-in page then says to use that.</summary>
    public bool Synchronises { get; set; }

    /// <summary>How the service hashed passwords. An e-mail without one there costs the same work at a sign-in as one with.</summary>
    public OldHashKind Hash { get; set; } = OldHashKind.SaltedSha256;

    /// <summary>What was set in that hash, as in <see cref="OldHashParameters"/>.</summary>
    public string Parameters { get; set; } = "";
}
