using System.Runtime.CompilerServices;

namespace CustomerCentre.Tests.Rules;

/// <summary>The source files that rules look into.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>Hand-written files below a folder of the repository, as (path from the root, text).</summary>
    public static IReadOnlyList<(string Path, string Text)> Under(string folder, params string[] endings)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) && !IsMade(path))
            .Select(path => (path, File.ReadAllText(Path.Combine(Root, path))))
            .ToList();
        files.ShouldNotBeEmpty($"nothing to check under {folder}");
        return files;
    }

    private static bool IsMade(string path) => path.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "artifacts");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
