using System.Globalization;
using CustomerCentre.Domain.Support;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>Words of the reports, and what their addresses say.</summary>
internal static class ReportWords
{
    /// <summary>The reasons staff give by one key, the caller not proven.</summary>
    public static readonly LookUpReason[] ByKey = [LookUpReason.Call, LookUpReason.Mail, LookUpReason.Order, LookUpReason.Review];

    /// <summary>Whom an address asks for; everybody when it names nobody.</summary>
    public static Guid? AgentOf(string? text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : null;

    /// <summary>Openings by one key with their reasons, such as "Hovor 3, E-mail 1"; nothing when there are none.</summary>
    public static string? Keys(AgentFigures row) =>
        row.For(ByKey) == 0 ? null : string.Join(", ", ByKey.Where(reason => row.For(reason) > 0).Select(reason => $"{SupportWords.Of(reason)} {row.For(reason)}"));

    public static string Total(IReadOnlyList<AgentFigures> figures)
    {
        var (all, proven) = (figures.Sum(row => row.Total), figures.Sum(row => row.For(LookUpReason.Pin, LookUpReason.Code)));
        return string.Format(CultureInfo.CurrentCulture, Plural.Of(all, ReportsTexts.TotalOne, ReportsTexts.TotalFew, ReportsTexts.TotalMany), all, proven);
    }

    public static string Stopped(int count) =>
        count == 0 ? ReportsTexts.StoppedNobody : string.Format(CultureInfo.CurrentCulture, Plural.Of(count, ReportsTexts.StoppedOne, ReportsTexts.StoppedFew, ReportsTexts.StoppedMany), count);
}
