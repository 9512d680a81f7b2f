namespace CustomerCentre.Data;

/// <summary>What an e-mail with an old account brings with it when its person comes for the first time. Works within the caller's transaction.</summary>
public interface IComesAlong
{
    /// <summary>Connects the account with what was kept for a proven e-mail: its own, or of an old account that becomes part of it.</summary>
    Task Bring(Account account, string normalizedEmail, CancellationToken cancellationToken);
}
