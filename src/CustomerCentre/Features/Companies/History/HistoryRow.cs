using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Domain.Support;

namespace CustomerCentre.Features.Companies.History;

/// <summary>From where a line of the history comes.</summary>
public enum HistorySource
{
    /// <summary>The audit.</summary>
    Audit,

    /// <summary>The look-ups by the operator's staff.</summary>
    LookUp,

    /// <summary>The checks by partners.</summary>
    Check,
}

/// <summary>A line before its words are read: the three sources are put in one order by the database.</summary>
internal sealed class HistoryLine
{
    public HistorySource Source { get; init; }
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A line of the history: one of three things happened.</summary>
public sealed record HistoryRow(DateTimeOffset At, HistoryDeed? Deed = null, HistoryLookUp? LookUp = null, HistoryCheck? Check = null);

/// <summary>Somebody did something.</summary>
/// <param name="About">What it concerned: a product, or a member.</param>
/// <param name="Who">Name of a member; nothing when it was somebody else.</param>
/// <param name="Under">For what staff did: the look-up that had opened the customer.</param>
public sealed record HistoryDeed(string Event, string? About, HistoryActor Actor, string? Who, HistoryLookUp? Under = null);

/// <summary>The operator's staff opened the customer.</summary>
/// <param name="Initials">Never the name of the employee; nothing once people are erased from the record.</param>
public sealed record HistoryLookUp(OperatorRole Role, string? Initials, LookUpReason Reason);

/// <summary>A partner checked the customer.</summary>
public sealed record HistoryCheck(string Partner, CheckPurpose Purpose, CheckChannel Channel);

/// <summary>Who did something, as far as members may know.</summary>
public enum HistoryActor
{
    /// <summary>The person who reads.</summary>
    Me,

    /// <summary>Another member.</summary>
    Member,

    /// <summary>One of the operator's people.</summary>
    Operator,

    /// <summary>Somebody else: a former member, a visitor, or a person erased from an old record.</summary>
    Other,
}
