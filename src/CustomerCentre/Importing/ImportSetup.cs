using System.ComponentModel.DataAnnotations;

namespace CustomerCentre.Importing;

/// <summary>Registers what the import and the nightly job share.</summary>
public static class ImportSetup
{
    public static IServiceCollection AddImporting(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration("Importing").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ImportReports>();
    }
}

/// <summary>Section <c>Importing</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>Folder of the reports; below the content root unless it is a whole path.</summary>
    [Required] public string Reports { get; set; } = "App_Data/import-reports";
}
