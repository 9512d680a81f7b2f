using System.Collections.Concurrent;
using System.Globalization;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Onboarding;

/// <summary>What a customer may be and where it may be at home, in the person's language.</summary>
internal static class CompanyChoices
{
    // One list for each language: made anew for every page it would be the heaviest part of the circuit.
    private static readonly ConcurrentDictionary<string, List<Choice<string?>>> Lists = [];

    public static IEnumerable<Choice<CustomerKind?>> Kinds =>
    [
        new(CustomerKind.Company, OnboardingTexts.KindCompany, OnboardingTexts.KindCompanyHint),
        new(CustomerKind.SoleTrader, OnboardingTexts.KindSoleTrader, OnboardingTexts.KindSoleTraderHint),
        new(CustomerKind.Organisation, OnboardingTexts.KindOrganisation, OnboardingTexts.KindOrganisationHint),
        new(CustomerKind.Consumer, OnboardingTexts.KindConsumer, OnboardingTexts.KindConsumerHint),
    ];

    /// <summary>Czechia and Slovakia first, the others by their names.</summary>
    public static IReadOnlyList<Choice<string?>> Countries => Lists.GetOrAdd(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, _ =>
    [
        .. Country.All.Where(IsHome).Select(Named),
        .. Country.All.Where(country => !IsHome(country)).Select(Named).OrderBy(choice => choice.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true)),
    ]);

    public static string NameOf(CustomerKind? kind) => Kinds.FirstOrDefault(choice => choice.Value == kind)?.Text ?? "";

    public static string NameOf(string? countryCode) => Country.TryParse(countryCode)?.NameIn(CultureInfo.CurrentUICulture) ?? "";

    private static bool IsHome(Country country) => country == Country.Czechia || country == Country.Slovakia;

    private static Choice<string?> Named(Country country) => new(country.Value, country.NameIn(CultureInfo.CurrentUICulture));
}
