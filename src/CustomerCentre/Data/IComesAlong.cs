namespace CustomerCentre.Data;

/// <summary>What an e-mail with an old account brings with it when its person comes for the first time. Works within the caller's transaction.</summary>
public interface IComesAlong
{
    /// <summary>Connects the account, whose e-mail is proven, with what was kept for it.</summary>
    Task Bring(Account account, CancellationToken cancellationToken);
}
