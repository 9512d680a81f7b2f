namespace CustomerCentre.Features.Accounts;

/// <summary>Settings of section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    /// <summary>Rounds of PBKDF2-SHA512 for a password. When it rises, each password is hashed anew at its next sign-in.</summary>
    public int PasswordIterations { get; init; } = 220_000;

    /// <summary>Services that find a person by the e-mail, so that who changes it must change it there too.</summary>
    public IReadOnlyList<string> EmailBoundServices { get; init; } = [];
}

/// <summary>Settings of section <c>Portal</c> that say how requests come in.</summary>
public sealed class ProxyOptions
{
    /// <summary>Proxies whose forwarded headers are believed: addresses or networks (<c>10.0.0.0/8</c>). None: the connection's own address counts.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];
}
