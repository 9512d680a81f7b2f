using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Registrations;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Everything typed into one wizard. Each property is a section that is kept by itself, so two tabs on different steps never wipe each other.</summary>
public sealed class DraftAnswers
{
    /// <summary>Longest section as JSON, in characters: twenty licences and room to spare.</summary>
    public const int SectionMaxLength = 32_000;

    /// <summary>Names under which sections are kept: those of the properties below.</summary>
    public static readonly IReadOnlySet<string> Sections = typeof(DraftAnswers).GetProperties().Select(section => section.Name).ToHashSet();

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public StartForm Start { get; set; } = new();
    public ProductsForm Products { get; set; } = new();
    public CompanyForm Company { get; set; } = new();

    /// <summary>What a register said of <see cref="Company"/>, so that its source is shown also after a reload.</summary>
    public RegisterEntry? Register { get; set; }

    public ContactForm Contact { get; set; } = new();

    /// <summary>The customer a person says to belong to, with the proof.</summary>
    public AskForAccess.Command Known { get; set; } = new();

    /// <summary>The customer number to which access was granted in this wizard.</summary>
    public string? Granted { get; set; }

    /// <summary>Details of that customer while they are being confirmed; nothing until somebody changes one.</summary>
    public CompanyForm? Details { get; set; }

    public static DraftAnswers Read(string json) => JsonSerializer.Deserialize<DraftAnswers>(json, Options) ?? new();

    public static string Write<T>(T section) => JsonSerializer.Serialize(section, Options);
}
