namespace CustomerCentre.Mail;

/// <summary>Registers mail.</summary>
public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<PortalOptions>().BindConfiguration("Portal").ValidateOnStart()
            .Validate(options => options.Address is null || options.HasUsableAddress, "Portal:Address must be a full http or https address.")
            .Validate<IHostEnvironment>((options, host) => options.Address is not null || IsTrial(host), "Set Portal:Address to the address people reach the portal at.");
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateOnStart()
            .Validate(options => options.IsComplete, "Set Mail:From to the address mail is sent from.")
            .Validate<IHostEnvironment>((options, host) => options.IsDelivering || IsTrial(host), "Set Mail:Smtp:Host to the server that delivers mail.");

        services.AddSingleton<PublicAddress>().AddSingleton<LetterLayout>().AddSingleton<SmtpPost>();
        services.AddScoped<Outbox>().AddScoped<MailDelivery>();
        return services.AddHostedService<MailSender>();
    }

    /// <summary>Where nobody waits for a mail it is only kept; everywhere else a missing setting must not swallow it.</summary>
    private static bool IsTrial(IHostEnvironment host) => host.IsDevelopment() || host.IsEnvironment("Testing");
}
