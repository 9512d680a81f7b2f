namespace CustomerCentre.Mail;

/// <summary>Registers mail.</summary>
public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services.AddScoped<Outbox>();
}
