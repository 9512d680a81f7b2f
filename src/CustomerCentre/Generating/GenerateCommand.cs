using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Importing;
using CustomerCentre.Resources;

namespace CustomerCentre.Generating;

/// <summary>The command <c>generate --customers N [--seed N] [--year N] [--to FOLDER] [--no-import]</c>.</summary>
internal static class GenerateCommand
{
    private const int Told = 50_000;

    /// <param name="services">The portal.</param>
    /// <param name="arguments">What stands behind the command.</param>
    /// <param name="import">Loads files into the database; the answer is an exit code.</param>
    /// <exception cref="StartRefusedException">In Production, where made-up customers would be taken for real ones.</exception>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, Func<string[], Task<int>> import)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
            throw new StartRefusedException(GeneratingTexts.NotInProduction);
        if (GenerateOptions.TryRead(arguments, services.GetRequiredService<TimeProvider>().Today().Year) is not { } options)
        {
            Console.Error.WriteLine(GeneratingTexts.Usage);
            return ImportCommand.Unreadable;
        }

        var folder = options.Folder is { } kept ? Directory.CreateDirectory(kept) : Directory.CreateTempSubdirectory("customercentre-world-");
        try
        {
            var files = new GeneratedWorld(options.Customers, options.Seed, options.Year).Write(folder.FullName, Tell);
            foreach (var file in files)
                Console.WriteLine(string.Format(CultureInfo.CurrentCulture, GeneratingTexts.Made, file.Lines, file.Path));
            return options.IsLoaded ? await import([.. files.Select(file => file.Path)]) : ImportCommand.AllGood;
        }
        finally
        {
            if (options.Folder is null)
                folder.Delete(recursive: true);
        }
    }

    private static void Tell(int customers)
    {
        if (customers > 0 && customers % Told == 0)
            Console.WriteLine(string.Format(CultureInfo.CurrentCulture, GeneratingTexts.Progress, customers));
    }
}
