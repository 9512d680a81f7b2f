namespace CustomerCentre.EndToEnd.Running;

internal static class Failure
{
    /// <summary>Keeps what each visitor saw and what the app wrote, as artifacts/failures/test-1.png and so on.</summary>
    public static async Task Keep(IReadOnlyList<Visitor> visitors, RunningApp app, IReadOnlyList<string> faults)
    {
        var test = TestContext.Current.Test?.TestDisplayName ?? "test";
        var name = string.Concat(test.Replace("CustomerCentre.EndToEnd.", "", StringComparison.Ordinal).Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        var file = Path.Combine(Repository.Artifacts("failures"), name.Length > 120 ? name[^120..] : name);
        await File.WriteAllTextAsync($"{file}.txt", string.Join(Environment.NewLine, [.. faults, "The app wrote:", app.Output]));
        for (var i = 0; i < visitors.Count; i++)
        {
            var page = visitors[i].Page;
            await page.ScreenshotAsync(new() { Path = $"{file}-{i + 1}.png", FullPage = true });
            await File.WriteAllTextAsync($"{file}-{i + 1}.html", await page.ContentAsync());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"What was seen is in {file}*");
    }
}
