namespace CustomerCentre.EndToEnd.Running;

/// <summary>Places in the working copy, found from the test assembly so that it may lie anywhere.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The app as built beside these tests: same configuration, same framework.</summary>
    public static string AppAssembly => Assembly("src", "CustomerCentre");

    /// <summary>The site that plays the operator's services.</summary>
    public static string SiteAssembly => Assembly("tests", "RelyingParty");

    /// <summary>A git-ignored folder for what a person may want to look at after the run.</summary>
    public static string Artifacts(string folder) =>
        Directory.CreateDirectory(Path.Combine(Root, "artifacts", folder)).FullName;

    private static string Assembly(string folder, string name)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(Root, folder, name, "bin", framework.Parent!.Name, framework.Name, $"{name}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("The app is not built; run dotnet build first.", path);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CustomerCentre.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The journeys run from the working copy; CustomerCentre.sln is not above the test assembly.");
    }
}
