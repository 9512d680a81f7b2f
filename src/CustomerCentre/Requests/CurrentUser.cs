using System.Net;
using System.Net.Sockets;

namespace CustomerCentre.Requests;

/// <summary>Who is asking, in the scope of one request. Filled once, by the cookie check or by <see cref="Sender"/>.</summary>
public sealed class CurrentUser
{
    private HashSet<string> policies = [Policies.Anyone];

    /// <summary>The account, or nothing for a visitor.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The session the request came in.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The network address (IP), for limits and session records; empty when unknown.</summary>
    public string Address { get; set; } = "";

    /// <summary>The address for limits: of IPv6 the first 64 bits, because whoever has one such address has all that begin alike.</summary>
    public string Network =>
        IPAddress.TryParse(Address, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(ip.GetAddressBytes().AsSpan(0, 8)) : Address;

    /// <summary>The browser's own description (User-Agent), for session records; empty when unknown.</summary>
    public string Device { get; set; } = "";

    /// <summary>What the browser shows to be trusted without a second factor; nothing when it shows nothing.</summary>
    public string? TrustToken { get; set; }

    /// <summary>Set while staff look at one customer through a member's eyes; <see cref="AccountId"/> is then the member's.</summary>
    public SeenCustomer? Seen { get; private set; }

    /// <summary>The account of a signed-in person. Throws for a visitor: the policy should have stopped the request before.</summary>
    public Guid Id => AccountId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether the person is in a group of <see cref="Policies"/>.</summary>
    public bool Fulfils(string policy) => policies.Contains(policy);

    /// <summary>Makes this scope act for a signed-in person.</summary>
    public void SignIn(Guid accountId, Guid sessionId, IEnumerable<string> fulfilled)
    {
        (AccountId, SessionId) = (accountId, sessionId);
        policies = [Policies.Anyone, Policies.SignedIn, Policies.InPerson, .. fulfilled];
    }

    /// <summary>Lets the signed-in agent look through a member's eyes: with no rights but to look, and at one customer alone (<see cref="PolicyBehaviour{TRequest,TResponse}"/>).</summary>
    public void SeeAs(Guid memberAccountId, SeenCustomer seen)
    {
        (AccountId, Seen) = (memberAccountId, seen);
        policies = [Policies.Anyone, Policies.SignedIn];
    }

    /// <summary>Takes over who is asking from the scope of the HTTP request.</summary>
    public void CopyFrom(CurrentUser other) =>
        (AccountId, SessionId, Address, Device, TrustToken, Seen, policies) =
            (other.AccountId, other.SessionId, other.Address, other.Device, other.TrustToken, other.Seen, other.policies);
}

/// <summary>The one customer that staff see through a member's eyes.</summary>
/// <param name="AgentId">Who really looks.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerNumber">Its current number, without spaces.</param>
/// <param name="Until">When the look ends.</param>
public sealed record SeenCustomer(Guid AgentId, Guid CustomerId, string CustomerNumber, DateTimeOffset Until);
