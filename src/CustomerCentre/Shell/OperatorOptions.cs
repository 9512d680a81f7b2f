namespace CustomerCentre.Shell;

/// <summary>Who runs the product, from the section <c>Operator</c> of the settings: another vendor changes only those.</summary>
public sealed class OperatorOptions
{
    /// <summary>Short name in the top bar.</summary>
    public string Brand { get; set; } = "";

    /// <summary>Name of the account people sign in with, for all the operator's services.</summary>
    public string AccountBrand { get; set; } = "";

    /// <summary>Services the account opens besides this one, by their ids; an id is also the service's OAuth client id.</summary>
    public Dictionary<string, OperatorService> Services { get; } = [];

    /// <summary>Services whose passwords are good for the first sign-in here.</summary>
    public List<OldService> OldServices { get; } = [];

    /// <summary>The operator's legal entities by country (ISO 3166-1 alpha-2).</summary>
    public Dictionary<string, OperatorEntity> Entities { get; } = [];

    /// <summary>Country of the entity that answers when a customer's own country has none.</summary>
    public string HomeCountry { get; set; } = "";

    public OperatorEntity For(string country) => Entities.GetValueOrDefault(country) ?? Entities[HomeCountry];

    /// <summary>Where requests about personal data go.</summary>
    public string? PrivacyEmailFor(string country) => For(country).PrivacyEmail ?? Entities[HomeCountry].PrivacyEmail ?? Supporting(country).SalesEmail;

    /// <summary>Whose phones and mails to show: an entity without its own is reached through the one at home.</summary>
    public OperatorEntity Supporting(string country) => For(country) is { SupportPhone: not null } entity ? entity : Entities[HomeCountry];
}

/// <summary>A legal entity and how to reach it. A Slovak customer has another one than a Czech customer.</summary>
public sealed class OperatorEntity
{
    public string Name { get; set; } = "";
    public string Street { get; set; } = "";
    public string City { get; set; } = "";
    public string RegisterNumber { get; set; } = "";
    public string? VatNumber { get; set; }
    public string? SalesPhone { get; set; }
    public string? SalesEmail { get; set; }
    public string? SupportPhone { get; set; }
    public string? SupportEmail { get; set; }

    /// <summary>Who answers for personal data (the data protection officer), as people write to; the sales e-mail when not set.</summary>
    public string? PrivacyEmail { get; set; }

    /// <summary>Name or title of that person, when the operator appointed one.</summary>
    public string? PrivacyOfficer { get; set; }
}
