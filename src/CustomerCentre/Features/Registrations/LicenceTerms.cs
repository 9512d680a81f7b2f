namespace CustomerCentre.Features.Registrations;

/// <summary>The licence terms that a registration accepts. Whoever changes the texts raises the version.</summary>
public static class LicenceTerms
{
    public const string Version = "2026-11";
}
