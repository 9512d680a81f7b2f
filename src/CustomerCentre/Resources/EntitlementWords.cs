using System.Globalization;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Shell;

namespace CustomerCentre.Resources;

/// <summary>The answer about support in three sentences: what, why, what to do. The customer and staff read the same.</summary>
public sealed record EntitlementWords(string Answer, string Why, string Next)
{
    public static EntitlementWords For(LicenceEntitlement licence)
    {
        var until = licence.Support.Until?.ToText();
        return licence.Standing switch
        {
            LicenceStanding.Covered => new(With(LicencesTexts.YesUntil, until), LicencesTexts.WhyCovered, LicencesTexts.NextCovered),
            LicenceStanding.EndsSoon => new(With(LicencesTexts.YesUntil, until), LicencesTexts.WhyCovered, LicencesTexts.NextEndsSoon),
            LicenceStanding.Expired => new(With(LicencesTexts.NoExpired, until), LicencesTexts.WhyExpired, LicencesTexts.NextExpired),
            LicenceStanding.NotYet => new(LicencesTexts.NoNotYet, LicencesTexts.WhyNotYet, LicencesTexts.NextNotYet),
            LicenceStanding.NeverBought => new(LicencesTexts.NoNeverBought, LicencesTexts.WhyNeverBought, LicencesTexts.NextNeverBought),
            LicenceStanding.NotRegistered when licence.RegisteredAt is null => new(LicencesTexts.NoUnbound, LicencesTexts.WhyUnbound, LicencesTexts.NextUnbound),
            LicenceStanding.NotRegistered => new(LicencesTexts.NoNotRegistered, LicencesTexts.WhyNotRegistered, LicencesTexts.NextNotRegistered),
            LicenceStanding.Returned => Over(LicencesTexts.NoReturned, licence),
            LicenceStanding.Blocked => Over(LicencesTexts.NoBlocked, licence),
            _ => Over(LicencesTexts.NoCancelled, licence),
        };
    }

    private static EntitlementWords Over(string answer, LicenceEntitlement licence)
    {
        var why = licence.EndedOn is { } day ? With(LicencesTexts.WhyOver, day.ToText()) : LicencesTexts.WhyOverPlain;
        return new(answer, licence.EndNote is { } note ? $"{why} {With(LicencesTexts.ReasonGiven, note)}" : why, LicencesTexts.NextOver);
    }

    private static string With(string text, string? day) => string.Format(CultureInfo.CurrentCulture, text, day);
}
