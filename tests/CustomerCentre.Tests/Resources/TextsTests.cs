using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Rules;

namespace CustomerCentre.Tests.Resources;

public sealed partial class TextsTests
{
    private static readonly string[] Languages = ["cs", "en", "sk"];

    public static TheoryData<string> Areas() => [.. typeof(ShellTexts).Assembly.GetTypes().Where(IsTexts).Select(type => type.Name)];

    [Fact]
    public void There_are_texts_to_check() => Areas().Count.ShouldBeGreaterThanOrEqualTo(3);

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_is_there_in_every_language(string area)
    {
        var czech = Read(area, "cs").Keys.Order().ToList();
        czech.ShouldNotBeEmpty();
        foreach (var language in Languages)
        {
            var texts = Read(area, language);
            texts.Keys.Order().ToList().ShouldBe(czech, $"{area}, {language}");
            texts.ShouldAllBe(text => !string.IsNullOrWhiteSpace(text.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_language_fills_the_same_places(string area)
    {
        var czech = Read(area, "cs");
        foreach (var (key, text) in Languages.Skip(1).SelectMany(language => Read(area, language)))
        {
            Places(text).ToList().ShouldBe(Places(czech[key]).ToList(), $"{area}.{key}");
        }
    }

    [Fact]
    public void Every_text_is_used()
    {
        var used = Sources.Under("src/CustomerCentre", ".cs", ".razor")
            .SelectMany(file => Use().Matches(file.Text).Select(match => match.Value)).ToHashSet();
        // Of a kind of words the key is made: $"Event{name}" uses every key that begins so.
        var begun = Sources.Under("src/CustomerCentre", ".cs", ".razor")
            .SelectMany(file => Manager().Matches(file.Text).Select(match => match.Groups[1].Value).Distinct()
                .SelectMany(area => Beginning().Matches(file.Text).Select(match => $"{area}.{match.Groups[1].Value}"))).ToHashSet();
        Areas().SelectMany(area => Read(area.Data, "cs").Keys.Select(key => $"{area.Data}.{key}")).Except(used)
            .Where(key => !begun.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static bool IsTexts(Type type) => type.Namespace == typeof(ShellTexts).Namespace && type.Name.EndsWith("Texts", StringComparison.Ordinal);

    // Czech is the neutral language, so its texts are those of no culture; the others must not fall back to it.
    private static Dictionary<string, string> Read(string area, string language)
    {
        var type = typeof(ShellTexts).Assembly.GetType($"CustomerCentre.Resources.{area}")!;
        var manager = (ResourceManager)type.GetProperty("ResourceManager", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
        var culture = language == "cs" ? CultureInfo.InvariantCulture : new(language);
        return manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    [GeneratedRegex(@"\b\w+Texts\.\w+")]
    private static partial Regex Use();

    [GeneratedRegex(@"\b(\w+Texts)\.ResourceManager")]
    private static partial Regex Manager();

    [GeneratedRegex(@"""([A-Z]\w+)(?:""|\{)")]
    private static partial Regex Beginning();

    private static IEnumerable<int> Places(string text) => Enumerable.Range(0, 10).Where(n => text.Contains($"{{{n}", StringComparison.Ordinal));
}
