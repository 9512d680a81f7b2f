namespace CustomerCentre.Domain.Accounts;

/// <summary>One sign-in of one account in one browser. Ending the row ends the sign-in everywhere it is checked.</summary>
public sealed class Session
{
    /// <summary>Longest network address (IPv6 with a zone) in characters.</summary>
    public const int AddressMaxLength = 64;

    /// <summary>Longest description of a browser that is kept, in characters; the rest is cut.</summary>
    public const int DeviceMaxLength = 256;

    /// <summary>A session that was not used for so long is over: no cookie lives longer.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromDays(30);

    /// <summary>How exactly is known when a session was last used. Marking each use would make a write of every read.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private Session()
    {
    }

    /// <summary>Opens a session.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="address">Network address it was opened from.</param>
    /// <param name="device">The browser's own description (User-Agent).</param>
    /// <param name="now">When.</param>
    /// <param name="proofs">What the person showed for it.</param>
    public Session(Guid accountId, string address, string device, DateTimeOffset now, SignInProofs proofs = SignInProofs.None)
    {
        Id = Guid.CreateVersion7(now);
        AccountId = accountId;
        Address = address;
        Device = device.Length > DeviceMaxLength ? device[..DeviceMaxLength] : device;
        OpenedAt = now;
        Proofs = proofs;
    }

    /// <summary>Opaque id, carried in the sign-in cookie.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account signed in.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Network address at the sign-in.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The browser's description at the sign-in.</summary>
    public string Device { get; private set; } = "";

    /// <summary>When the person signed in.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>What the person showed at the sign-in.</summary>
    public SignInProofs Proofs { get; private set; }

    /// <summary>When it was last used, within some minutes; nothing while it was not used after the sign-in.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When the session ended; nothing while it lives.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Ends the session; ending it twice changes nothing.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
