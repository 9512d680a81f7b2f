using System.Security.Cryptography;
using System.Text;

namespace CustomerCentre.Domain.Accounts;

/// <summary>What a mailed link is good for.</summary>
public enum LinkPurpose
{
    /// <summary>Confirms the e-mail of a <see cref="SignUp"/>.</summary>
    ConfirmEmail,

    /// <summary>Lets an account set a new password.</summary>
    ResetPassword,

    /// <summary>Accepts an invitation to act for a customer.</summary>
    AcceptInvitation,

    /// <summary>"That was not us": disputes a new member of a customer.</summary>
    DisputeMember,

    /// <summary>Accepts an invitation to work for a partner.</summary>
    JoinPartner,

    /// <summary>"It was not me": takes an account back after a change to its safety.</summary>
    DisownChange,

    /// <summary>Confirms the new e-mail of an account.</summary>
    ChangeEmail,

    /// <summary>Stops a case that staff opened about an account.</summary>
    StopCase,

    /// <summary>Finishes such a case.</summary>
    FinishCase,
}

/// <summary>What became of a link that somebody opened.</summary>
public enum LinkState
{
    /// <summary>May be used.</summary>
    Valid,

    /// <summary>Was used before.</summary>
    Used,

    /// <summary>Its time ran out, or a newer link replaced it.</summary>
    Expired,
}

/// <summary>A single-use link sent by mail. The database holds only the token's hash, so a stolen copy of it opens nothing.</summary>
public sealed class MailedLink
{
    /// <summary>Length of a token's SHA-256 in hexadecimal characters.</summary>
    public const int HashLength = 64;

    private MailedLink()
    {
    }

    /// <summary>Hash of the token (SHA-256, hexadecimal).</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>What it is good for.</summary>
    public LinkPurpose Purpose { get; private set; }

    /// <summary>What it concerns: a sign-up, an account, an invitation, a member or a notice, by purpose.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Until when it may be used.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Makes a link; the token is returned once and never stored.</summary>
    public static (MailedLink Link, string Token) Create(LinkPurpose purpose, Guid subjectId, DateTimeOffset expiresAt)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new MailedLink { TokenHash = HashOf(token), Purpose = purpose, SubjectId = subjectId, ExpiresAt = expiresAt }, token);
    }

    /// <summary>The hash under which a token is stored.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether the link may be used now.</summary>
    public LinkState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? LinkState.Used : now >= ExpiresAt ? LinkState.Expired : LinkState.Valid;

    /// <summary>Uses the link up.</summary>
    public void Use(DateTimeOffset now) => UsedAt ??= now;

    /// <summary>Makes an unused link worthless, because a newer one replaces it.</summary>
    public void Replace(DateTimeOffset now) => ExpiresAt = ExpiresAt < now ? ExpiresAt : now;
}
