namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// An old service's account that has become part of an account here. It is what keeps an old password from coming back by another import, also after the
/// account's e-mail was changed, and what says how many of a service's people have come.
/// </summary>
public sealed class JoinedService(string normalizedEmail, string service, Guid accountId, DateTimeOffset joinedAt)
{
    /// <summary>The e-mail in the old service, for look-up; with the service the key of the row.</summary>
    public string NormalizedEmail { get; private set; } = normalizedEmail;

    /// <summary>Key of the service in the settings.</summary>
    public string Service { get; private set; } = service;

    /// <summary>The account it became part of.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>When.</summary>
    public DateTimeOffset JoinedAt { get; private set; } = joinedAt;

    /// <summary>Hands it over to the account that the first one was joined with.</summary>
    public void MoveTo(Guid account) => AccountId = account;
}
