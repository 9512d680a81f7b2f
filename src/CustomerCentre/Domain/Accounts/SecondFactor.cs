namespace CustomerCentre.Domain.Accounts;

/// <summary>By which way a second proof is given.</summary>
public enum FactorWay
{
    /// <summary>Six digits that an authenticator app computes from the time (TOTP, RFC 6238).</summary>
    App,

    /// <summary>Six digits mailed to the account's e-mail.</summary>
    Mail,

    /// <summary>A code from the set the person keeps for the day the other ways are lost.</summary>
    Recovery,
}

/// <summary>What an account asks for beside its password.</summary>
public sealed class SecondFactor(Guid accountId)
{
    /// <summary>Longest protected key, in characters.</summary>
    public const int ProtectedKeyMaxLength = 400;

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The key shared with the authenticator app, encrypted by the portal's keys; nothing while no app is set up.</summary>
    public string? ProtectedKey { get; private set; }

    /// <summary>The last step of time (30 seconds) whose code was used; a code works once and only forward in time.</summary>
    public long LastStep { get; private set; }

    /// <summary>When the app was set up.</summary>
    public DateTimeOffset? AppSince { get; private set; }

    /// <summary>When codes by e-mail were turned on.</summary>
    public DateTimeOffset? MailSince { get; private set; }

    /// <summary>Whether anything is asked for at all.</summary>
    public bool IsOn => AppSince is not null || MailSince is not null;

    /// <summary>Whether a way is turned on; recovery codes belong to whatever is.</summary>
    public bool Has(FactorWay way) => way switch
    {
        FactorWay.App => AppSince is not null,
        FactorWay.Mail => MailSince is not null,
        _ => IsOn,
    };

    /// <summary>Sets the app up, or another one in its place. The code that confirmed it is used by that.</summary>
    public void TurnAppOn(string protectedKey, long step, DateTimeOffset now) => (ProtectedKey, LastStep, AppSince) = (protectedKey, step, now);

    /// <summary>Turns codes by e-mail on.</summary>
    public void TurnMailOn(DateTimeOffset now) => MailSince ??= now;

    /// <summary>Turns a way off.</summary>
    public void TurnOff(FactorWay way)
    {
        if (way == FactorWay.App)
            (ProtectedKey, AppSince) = (null, null);
        if (way == FactorWay.Mail)
            MailSince = null;
    }

    /// <summary>
    /// Takes in the factor of an account that is joined into this one. The result is as strong as the stronger of both: an app is kept if either has one, and mailed codes
    /// only where no factor stood without them, because any way that is on lets in.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public bool TakeIn(SecondFactor other, DateTimeOffset now)
    {
        if (!other.IsOn)
            return false;
        var (keepsMail, before) = ((!IsOn || Has(FactorWay.Mail)) && other.Has(FactorWay.Mail), (AppSince, MailSince));
        if (AppSince is null && other.AppSince is not null)
            (ProtectedKey, LastStep, AppSince) = (other.ProtectedKey, other.LastStep, now);
        MailSince = keepsMail ? MailSince ?? now : null;
        return before != (AppSince, MailSince);
    }

    /// <summary>Uses the code of a step up; false when that step, or a later one, was used before.</summary>
    public bool UseStep(long step)
    {
        if (step <= LastStep)
            return false;
        LastStep = step;
        return true;
    }
}
