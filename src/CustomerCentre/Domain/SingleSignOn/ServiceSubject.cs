namespace CustomerCentre.Domain.SingleSignOn;

/// <summary>
/// By which lasting id a service of the operator knows an account. Usually it is the account's own; when accounts were joined it is the id under which the service has
/// kept the person's things until then. The row outlives visits, so that a service that was not used for long is not forgotten.
/// </summary>
public sealed class ServiceSubject(Guid accountId, string clientId, Guid subject)
{
    /// <summary>The account; with the service the key of the row.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>OAuth client id of the service.</summary>
    public string ClientId { get; private set; } = clientId;

    /// <summary>The <c>sub</c>: the id of this account or of one that was joined into it.</summary>
    public Guid Subject { get; private set; } = subject;
}
