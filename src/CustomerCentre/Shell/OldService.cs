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

    /// <summary>Whether contacts on file were its people: who comes from it acts for the customers whose contact the e-mail is.</summary>
    public bool BringsContacts { get; set; }

    /// <summary>How the service hashed passwords. An e-mail without one there costs the same work at a sign-in as one with.</summary>
    public OldHashKind Hash { get; set; } = OldHashKind.SaltedSha256;

    /// <summary>What was set in that hash, as in <see cref="OldHashParameters"/>.</summary>
    public string Parameters { get; set; } = "";

    /// <summary>Whether the settings of several services can be worked with.</summary>
    public static bool AreUsable(IReadOnlyCollection<OldService> services) =>
        services.All(service => service.Key.Length is > 0 and <= OldPassword.ServiceMaxLength && service.Name.Length > 0 && OldHashParameters.TryParse(service.Parameters) is not null)
        && services.DistinctBy(service => service.Key).Count() == services.Count;
}
