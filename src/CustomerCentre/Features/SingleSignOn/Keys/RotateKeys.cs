using CustomerCentre.Resources;

namespace CustomerCentre.Features.SingleSignOn.Keys;

/// <summary>The command <c>rotate-keys</c>: new keys for what services are told of people, before their time.</summary>
internal static class RotateKeys
{
    private const string Known = "--known";

    public static async Task<int> Run(IServiceProvider services, string[] options)
    {
        if (options is not ([] or [Known]))
        {
            Console.Error.WriteLine(StartTexts.RotateKeysUsage);
            return 2;
        }

        await services.GetRequiredService<SigningKeyRing>().Rotate(options is [Known], CancellationToken.None);
        Console.WriteLine(options is [Known] ? StartTexts.KeysReplaced : StartTexts.KeysRotated);
        return 0;
    }
}
