using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Mail;

/// <summary>Section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>Where people reach the portal, for example <c>https://portal.example.cz</c>; may end with a path. Required in production.</summary>
    public string? Address { get; set; }

    internal bool HasUsableAddress =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "" };
}

/// <summary>
/// Full addresses of the portal's pages. They come from the settings and never from a request: whoever sends a forged Host header would
/// otherwise have links to a site of their own mailed to other people.
/// </summary>
public sealed class PublicAddress(IOptions<PortalOptions> options, IServer? server = null)
{
    /// <summary>The full address of a path that begins with a slash.</summary>
    public string For(string path) => path is ['/', ..] and not ['/', '/', ..]
        ? new Uri(Root.TrimEnd('/') + path).AbsoluteUri
        : throw new ArgumentException("A path of the portal begins with one slash.", nameof(path));

    private string Root => string.IsNullOrWhiteSpace(options.Value.Address) ? Bound ?? "http://localhost" : options.Value.Address;

    // Without a setting one sits at the machine the server runs on, where cookies and passkeys work on the name localhost only.
    private string? Bound => server?.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(BindingAddress.Parse)
        .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
        .Select(address => new UriBuilder(address.Scheme, "localhost", address.Port, address.PathBase).Uri.AbsoluteUri)
        .FirstOrDefault();
}
