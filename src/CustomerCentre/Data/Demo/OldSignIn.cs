namespace CustomerCentre.Data.Demo;

/// <summary>A made-up password of an old service, good for the first sign-in of its e-mail.</summary>
/// <param name="Email">The e-mail in the old service.</param>
/// <param name="Service">Key of the service in the settings.</param>
/// <param name="EmailConfirmed">Whether that service had confirmed the e-mail.</param>
/// <param name="Password">The password. Nobody else has it: the demo worlds are made up.</param>
public sealed record OldSignIn(string Email, string Service, bool EmailConfirmed, string Password)
{
    /// <summary>Knew two old services by two passwords, and is a contact of a customer.</summary>
    public const string Twice = "puvodni@example.cz";

    /// <summary>Comes from a service that never confirmed the e-mail.</summary>
    public const string Unconfirmed = "synchronizace@example.cz";

    /// <summary>Had a password that was good enough for its service and is not here.</summary>
    public const string Weak = "slaba@example.cz";

    public static IReadOnlyList<OldSignIn> All { get; } =
    [
        new(Twice, "centre", true, "lampa-u-stareho-okna"),
        new(Twice, "eshop", true, "kosik-plny-cervenych-jablek"),
        new(Unconfirmed, "mpohoda", false, "ranni-mlha-nad-rekou"),
        new(Weak, "eshop", true, "slunicko"),
    ];
}
