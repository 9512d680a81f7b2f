using CustomerCentre.Resources;

namespace CustomerCentre.Features.Registrations;

/// <summary>The licence terms that a registration accepts. Whoever changes the texts raises the version.</summary>
public static class LicenceTerms
{
    public const string Version = "2026-11";

    /// <summary>The terms in the person's language, one paragraph each.</summary>
    public static IReadOnlyList<string> Paragraphs =>
        [RegistrationsTexts.Terms1, RegistrationsTexts.Terms2, RegistrationsTexts.Terms3, RegistrationsTexts.Terms4, RegistrationsTexts.Terms5];
}
