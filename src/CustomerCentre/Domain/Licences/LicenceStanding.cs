namespace CustomerCentre.Domain.Licences;

/// <summary>How a licence stands with its support on a day, in the one word that a list shows.</summary>
public enum LicenceStanding
{
    /// <summary>Support covers the day and more than <see cref="LicenceStandings.SoonDays"/> after it.</summary>
    Covered,

    /// <summary>Support covers the day but ends within <see cref="LicenceStandings.SoonDays"/>.</summary>
    EndsSoon,

    /// <summary>Support has not begun yet.</summary>
    NotYet,

    /// <summary>Support has ended.</summary>
    Expired,

    /// <summary>No support was ever bought.</summary>
    NeverBought,

    /// <summary>The licence, or the base of an add-on, is bound to nobody.</summary>
    NotRegistered,

    /// <summary>Given back.</summary>
    Returned,

    /// <summary>The sale was cancelled.</summary>
    Cancelled,

    /// <summary>Blocked by the operator; <see cref="Licence.EndNote"/> says why.</summary>
    Blocked,
}

/// <summary>Puts an entitlement into one word.</summary>
public static class LicenceStandings
{
    /// <summary>Days before the last day of support from which people are told that it ends soon (our decision).</summary>
    public const int SoonDays = 60;

    /// <summary>The standing of a licence on a day. What <see cref="SupportEntitlement.On"/> needs must be loaded.</summary>
    public static LicenceStanding StandingOn(this Licence licence, DateOnly day)
    {
        var entitlement = SupportEntitlement.On(licence, day);
        return entitlement.Reason switch
        {
            EntitlementReason.Covered => entitlement.Until <= day.AddDays(SoonDays) ? LicenceStanding.EndsSoon : LicenceStanding.Covered,
            EntitlementReason.NotYet => LicenceStanding.NotYet,
            EntitlementReason.Expired => LicenceStanding.Expired,
            EntitlementReason.NeverBought => LicenceStanding.NeverBought,
            EntitlementReason.NotRegistered => LicenceStanding.NotRegistered,
            _ => HowEnded(licence.EndReason ?? licence.BaseLicence?.EndReason),
        };
    }

    /// <summary>Whether the licence came to an end, whatever its support.</summary>
    public static bool IsOver(this LicenceStanding standing) =>
        standing is LicenceStanding.Returned or LicenceStanding.Cancelled or LicenceStanding.Blocked;

    private static LicenceStanding HowEnded(LicenceEnd? reason) => reason switch
    {
        LicenceEnd.Returned => LicenceStanding.Returned,
        LicenceEnd.Blocked => LicenceStanding.Blocked,
        _ => LicenceStanding.Cancelled,
    };
}
