using CustomerCentre.Data;
using Microsoft.AspNetCore.Identity;

namespace CustomerCentre.Features.Accounts.Passkeys;

public static class PasskeysSetup
{
    /// <summary>Of Identity only what verifies passkeys and reads where they lie; signing in stays ours.</summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<CustomerCentreDb>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The owner shows a finger, a face or a PIN, so one passkey is two factors; and it is found without an e-mail, so asking for one tells nothing about accounts.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
        });
        return services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>().AddScoped<PasskeyDesk>();
    }
}
