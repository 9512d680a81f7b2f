namespace CustomerCentre.Features.Partners.People;

/// <summary>Registers what inviting a partner's people needs.</summary>
public static class PartnerPeopleSetup
{
    public static IServiceCollection AddPartnerPeople(this IServiceCollection services) => services.AddScoped<PartnerInviting>();
}
