using System.Globalization;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Resources;

namespace CustomerCentre.Features.Onboarding;

/// <summary>The steps of the wizard by their addresses, and the order in which they are gone through.</summary>
internal static class Steps
{
    public const string Start = "start";
    public const string Products = "products";
    public const string Company = "company";
    public const string Contact = "contact";
    public const string Check = "check";
    public const string CustomerId = "customer-id";
    public const string Details = "details";
    public const string Done = "done";

    public static IReadOnlyList<string> Of(OnboardingPath? path) => path switch
    {
        OnboardingPath.First => [Products, Company, Contact, Check],
        OnboardingPath.Known => [CustomerId, Details],
        _ => [],
    };

    /// <summary>Whether a person may be on a step: everything before it is answered.</summary>
    public static bool IsOpen(string step, DraftAnswers answers)
    {
        var order = Of(answers.Start.Path).ToList();
        var place = order.IndexOf(step);
        return step == Start || (place >= 0 && order.Take(place).All(earlier => IsFinished(earlier, answers)));
    }

    public static string FirstUnfinished(DraftAnswers answers)
    {
        var order = Of(answers.Start.Path);
        return order.Count == 0 ? Start : order.FirstOrDefault(step => !IsFinished(step, answers)) ?? order[^1];
    }

    public static string After(string step, DraftAnswers answers)
    {
        var order = Of(answers.Start.Path).ToList();
        return order.ElementAtOrDefault(order.IndexOf(step) + 1) ?? Done;
    }

    public static string? Before(string step, DraftAnswers answers)
    {
        var place = Of(answers.Start.Path).ToList().IndexOf(step);
        return place > 0 ? Of(answers.Start.Path)[place - 1] : place == 0 ? Start : null;
    }

    /// <summary>"Krok 2 ze 4"; nothing before the way is chosen.</summary>
    public static string? Caption(string step, DraftAnswers answers)
    {
        var order = Of(answers.Start.Path).ToList();
        var place = order.IndexOf(step) + 1;
        // The little word before the number differs with it in Czech and Slovak.
        var text = order.Count == 4 ? OnboardingTexts.StepOfFour : OnboardingTexts.StepOfTwo;
        return place == 0 ? null : string.Format(CultureInfo.CurrentCulture, text, place, order.Count);
    }

    public static string Address(string step, Guid draft) => $"/onboarding/{step}?draft={draft}";

    private static bool IsFinished(string step, DraftAnswers answers) => step switch
    {
        Products => new ProductsForm.Validator().Validate(answers.Products).IsValid,
        Company => new CompanyForm.Validator().Validate(answers.Company).IsValid,
        Contact => new ContactForm.Validator().Validate(answers.Contact).IsValid,
        CustomerId => answers.Granted is not null,
        _ => false,
    };
}
