namespace CustomerCentre.Domain.Accounts;

/// <summary>What somebody asks about the own personal data (articles 15 to 21 of the GDPR).</summary>
public enum PersonalDataRight
{
    /// <summary>To know what is kept, and a copy.</summary>
    Access,

    /// <summary>To have it corrected.</summary>
    Correct,

    /// <summary>To have it deleted.</summary>
    Erase,

    /// <summary>To object, or to have it only stored for a time.</summary>
    Object,

    /// <summary>Anything else.</summary>
    Other,
}
