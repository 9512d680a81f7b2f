using CustomerCentre.Data;
using CustomerCentre.Features.SingleSignOn.Keys;
using CustomerCentre.Generating;
using CustomerCentre.Importing;
using CustomerCentre.Resources;

namespace CustomerCentre.Shell;

/// <summary>What the program does beside serving pages.</summary>
internal static class CommandLine
{
    /// <summary>Carries out the command that the arguments name; the answer is its exit code, or nothing when they name none and the portal is to start.</summary>
    public static Task<int?> Run(IServiceProvider services, string[] args) => args switch
    {
        ["import", .. var files] => Import(services, files),
        ["generate", .. var options] => Generate(services, options),
        ["create-administrator", .. var options] => OnReadyDatabase(services, () => CreateAdministrator.Run(services, options)),
        ["rotate-keys", .. var options] => OnReadyDatabase(services, () => RotateKeys.Run(services, options)),
        ["migrate"] => Migrate(services),
        _ => Task.FromResult<int?>(null),
    };

    private static Task<int?> Import(IServiceProvider services, string[] files) => OnReadyDatabase(services, () => ImportCommand.Run(services, files));

    private static async Task<int?> Generate(IServiceProvider services, string[] options) =>
        await GenerateCommand.Run(services, options, async files => await Import(services, files) ?? 0);

    private static async Task<int?> OnReadyDatabase(IServiceProvider services, Func<Task<int>> command)
    {
        await using var scope = services.CreateAsyncScope();
        await DatabaseStart.MakeReady(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>(), CancellationToken.None);
        return await command();
    }

    private static async Task<int?> Migrate(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await DatabaseStart.Migrate(scope.ServiceProvider.GetRequiredService<CustomerCentreDb>(), CancellationToken.None);
        Console.WriteLine(StartTexts.Migrated);
        return 0;
    }
}
