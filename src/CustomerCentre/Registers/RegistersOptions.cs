namespace CustomerCentre.Registers;

/// <summary>Who answers questions about companies.</summary>
public enum RegistersMode
{
    /// <summary>The real registers. In Development the sample steps in when they cannot be reached.</summary>
    Live,

    /// <summary>The bundled sample alone; nothing leaves the machine.</summary>
    Sample,

    /// <summary>Nobody; every answer is unknown.</summary>
    Off,
}

/// <summary>The settings section <c>Registers</c>. Defaults are the terms of the registers (domain.md §9).</summary>
public sealed class RegistersOptions
{
    /// <summary>Who answers.</summary>
    public RegistersMode Mode { get; set; } = RegistersMode.Live;

    /// <summary>How long an answer is remembered, so that no question is repeated. ARES asks for it; outages are never remembered.</summary>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Czech companies.</summary>
    public RegisterEndpoint Ares { get; set; } = new()
    {
        Address = new("https://ares.gov.cz/ekonomicke-subjekty-v-be/rest/"),
        AtOnce = 2,
    };

    /// <summary>VAT numbers.</summary>
    public RegisterEndpoint Vies { get; set; } = new() { Address = new("https://ec.europa.eu/taxation_customs/vies/rest-api/") };

    /// <summary>Slovak companies. Slow: an answer takes about 8.5 seconds.</summary>
    public RegisterEndpoint Rpo { get; set; } = new()
    {
        Address = new("https://api.statistics.sk/rpo/v1/"),
        TimeOut = TimeSpan.FromSeconds(20),
    };
}

/// <summary>Where one register is and how gently it is asked.</summary>
public sealed class RegisterEndpoint
{
    /// <summary>Absolute address under which the register's paths lie.</summary>
    public Uri? Address { get; set; }

    /// <summary>Total time for one question, waiting in the queue and repeats included.</summary>
    public TimeSpan TimeOut { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Pause before the first repeat; the second takes twice as long.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Questions on the way at one time.</summary>
    public int AtOnce { get; set; } = 8;

    /// <summary>Requests in a minute, repeats included. ARES allows 500 for one operator.</summary>
    public int PerMinute { get; set; } = 450;

    internal bool IsUsable =>
        Address is { IsAbsoluteUri: true } && TimeOut > TimeSpan.Zero && RetryDelay >= TimeSpan.Zero && AtOnce > 0 && PerMinute > 0;
}
