using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Support;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>What one of the staff did in a period, in numbers.</summary>
/// <param name="AccountId">Nothing for people erased since.</param>
/// <param name="Name">The name, or the e-mail while there is none.</param>
/// <param name="LookUps">Openings of customers by reason; only reasons that were given.</param>
/// <param name="OwnCompany">Tries at the own company, each refused and reported.</param>
/// <param name="WrongCodes">PINs and codes of callers that did not fit.</param>
/// <param name="Stops">How often so many were wrong that the agent had to wait.</param>
public sealed record AgentFigures(Guid? AccountId, string? Name, IReadOnlyDictionary<LookUpReason, int> LookUps, int OwnCompany, int WrongCodes, int Stops)
{
    /// <summary>What the customer's managers see of the person.</summary>
    public string? Initials => Name is null ? null : LookUp.InitialsOf(Name);

    /// <summary>All openings.</summary>
    public int Total => LookUps.Values.Sum();

    /// <summary>Openings for one of some reasons.</summary>
    public int For(params LookUpReason[] reasons) => reasons.Sum(reason => LookUps.GetValueOrDefault(reason));
}

/// <summary>Counts what the staff did. The database groups; what comes back is a handful of rows however long the period is.</summary>
internal static class StaffFigures
{
    internal const string OwnCompany = "OwnCompanyRefused", WrongCode = "CallerCodeWrong", Stop = "CallerCodeGuessed";

    /// <summary>Those who did something in the period, by name.</summary>
    public static async Task<List<AgentFigures>> FiguresOf(this CustomerCentreDb db, ReportPeriod period, Guid? agentId, CancellationToken cancellationToken)
    {
        var (start, end) = (period.Start, period.End);
        var lookUps = await db.LookUps.Where(lookUp => lookUp.At >= start && lookUp.At < end && (agentId == null || lookUp.AccountId == agentId))
            .GroupBy(lookUp => new { lookUp.AccountId, lookUp.Reason }).Select(group => new { group.Key.AccountId, group.Key.Reason, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var events = await db.Audit
            .Where(entry => entry.At >= start && entry.At < end && (entry.Event == OwnCompany || entry.Event == WrongCode || entry.Event == Stop))
            .Where(entry => agentId == null || entry.AccountId == agentId)
            .GroupBy(entry => new { entry.AccountId, entry.Event }).Select(group => new { group.Key.AccountId, group.Key.Event, Count = group.Count() })
            .ToListAsync(cancellationToken);

        List<Guid?> ids = [.. lookUps.Select(row => row.AccountId).Union(events.Select(row => row.AccountId))];
        var names = await db.Users.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name ?? account.Email!, cancellationToken);
        int Count(Guid? id, string what) => events.Find(row => row.AccountId == id && row.Event == what)?.Count ?? 0;
        return
        [
            .. ids.Select(id => new AgentFigures(
                    id, id is { } known ? names.GetValueOrDefault(known) : null,
                    lookUps.FindAll(row => row.AccountId == id).ToDictionary(row => row.Reason, row => row.Count), Count(id, OwnCompany), Count(id, WrongCode), Count(id, Stop)))
                .OrderBy(row => row.Name is null).ThenBy(row => row.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)),
        ];
    }
}
