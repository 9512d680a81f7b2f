namespace CustomerCentre.Domain.Accounts;

/// <summary>What cookies are for. The law (§ 89 (3) of Act 127/2005 in Czechia, § 109 (8) of Act 452/2021 in Slovakia) asks for consent to all but the necessary ones.</summary>
[Flags]
public enum CookieGroups
{
    /// <summary>Signing in, forms, and choices people made themselves; no consent is needed.</summary>
    Necessary = 0,

    /// <summary>How often the pages are read.</summary>
    Statistics = 1,

    /// <summary>Whether somebody came by an advertisement.</summary>
    Advertising = 2,
}
