namespace CustomerCentre.Domain.SingleSignOn;

/// <summary>
/// One session's stay at one service of the operator. Its id is the <c>sid</c> of the tokens the service was given. The row is also what tells the service of the
/// end: it waits here from the first sign-in on, so whatever ends the session has put the news into the outbox by that alone.
/// </summary>
public sealed class ServiceVisit
{
    /// <summary>Longest OAuth client id of a service, in characters.</summary>
    public const int ClientIdMaxLength = 100;

    private ServiceVisit()
    {
    }

    /// <summary>Begins a visit.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="sessionId">The session it rests on.</param>
    /// <param name="clientId">OAuth client id of the service.</param>
    /// <param name="now">When.</param>
    /// <param name="subject">The lasting id by which the service knows the person, when it is another than the account's own.</param>
    public ServiceVisit(Guid accountId, Guid sessionId, string clientId, DateTimeOffset now, Guid? subject = null)
    {
        Id = Guid.CreateVersion7(now);
        AccountId = accountId;
        SessionId = sessionId;
        ClientId = clientId;
        OtherSubject = subject == accountId ? null : subject;
        UsedAt = now;
    }

    /// <summary>The <c>sid</c> of its tokens.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The lasting id the service was told, when it is that of an account which was joined into this one.</summary>
    public Guid? OtherSubject { get; private set; }

    /// <summary>The <c>sub</c> of its tokens.</summary>
    public Guid Subject => OtherSubject ?? AccountId;

    /// <summary>The session it rests on: it ends with that. A person who proves again who they are gets a new session and keeps the visit.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>OAuth client id of the service.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>When the person last came to the service.</summary>
    public DateTimeOffset UsedAt { get; private set; }

    /// <summary>When the person cut the service off; the session's end stands with the session.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the service is to be told of the end next; nothing before it is noticed and after it was told or given up.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How often telling was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the service took the news, or trying was given up.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The person came again.</summary>
    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>Ends the visit although its session goes on; the service is told. Doing so twice changes nothing.</summary>
    public void End(DateTimeOffset now)
    {
        DueAt ??= EndedAt is null ? now : null;
        EndedAt ??= now;
    }
}
