using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Resources;

/// <summary>Words for customers: staff see the word the customer chose in the wizard.</summary>
internal static class CustomerWords
{
    public static string Of(CustomerKind kind) => kind switch
    {
        CustomerKind.Company => OnboardingTexts.KindCompany,
        CustomerKind.SoleTrader => OnboardingTexts.KindSoleTrader,
        CustomerKind.Organisation => OnboardingTexts.KindOrganisation,
        _ => OnboardingTexts.KindConsumer,
    };
}
