namespace CustomerCentre.Domain.Accounts;

/// <summary>
/// Proof of one choice about cookies, consent and refusal alike: what was chosen, when, and over which text. It holds nothing about the visitor;
/// whoever shows its reference can be shown the proof. A row is never changed: another choice is another row.
/// </summary>
public sealed class Consent
{
    /// <summary>Longest name of a version of the text, in characters.</summary>
    public const int TextVersionMaxLength = 16;

    /// <summary>How long a choice holds; before that nobody is asked again unless the text changes (six months: guidance of the Czech authority).</summary>
    public const int Months = 6;

    private Consent()
    {
    }

    /// <summary>Writes a choice down.</summary>
    /// <param name="id">Made by the form, so that a form sent twice is one choice.</param>
    /// <param name="reference">Random number that the browser carries; choices made one after another in a browser share it.</param>
    /// <param name="groups">What was allowed beside the necessary.</param>
    /// <param name="textVersion">The text that was read.</param>
    /// <param name="now">When.</param>
    /// <param name="accountId">Who, when signed in.</param>
    public Consent(Guid id, Guid reference, CookieGroups groups, string textVersion, DateTimeOffset now, Guid? accountId) =>
        (Id, Reference, Groups, TextVersion, At, AccountId) = (id, reference, groups, textVersion, now, accountId);

    /// <summary>Opaque id of this one choice.</summary>
    public Guid Id { get; private set; }

    /// <summary>Random number in the browser's cookie.</summary>
    public Guid Reference { get; private set; }

    /// <summary>What was allowed beside the necessary.</summary>
    public CookieGroups Groups { get; private set; }

    /// <summary>The text that was read, as the settings number it.</summary>
    public string TextVersion { get; private set; } = "";

    /// <summary>When it was chosen.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The account of who chose, if signed in then or at a later choice in the same browser.</summary>
    public Guid? AccountId { get; private set; }
}
