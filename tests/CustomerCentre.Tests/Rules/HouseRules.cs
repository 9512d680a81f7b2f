using System.Text.RegularExpressions;

namespace CustomerCentre.Tests.Rules;

public sealed partial class HouseRules
{
    // Resources themselves, made-up worlds and examples, the registers' own way of writing addresses, rows of a keyboard, and the names languages call themselves by.
    private static readonly string[] NotShownAsText =
        ["/Resources/", "/Demo", "/Importing/Kinds/", "/Registers/", "/Accounts/PasswordPatterns.cs", "/Shell/Languages.cs"];

    [Fact]
    public void The_domain_knows_no_framework_and_no_other_folder() =>
        Offences("src/CustomerCentre/Domain", ForeignUsing(), ".cs").ShouldBeEmpty();

    [Fact]
    public void Time_comes_only_from_TimeProvider() => Offences("src/CustomerCentre", OwnClock(), ".cs", ".razor").ShouldBeEmpty();

    [Fact]
    public void Texts_come_from_resources() =>
        Sources.Under("src/CustomerCentre", ".razor", ".cs")
            .Where(file => !NotShownAsText.Any(part => file.Path.Contains(part, StringComparison.Ordinal)))
            .SelectMany(file => file.Text.Split('\n').Select((line, index) => (Place: $"{file.Path}:{index + 1}", Line: Comment().Replace(line, ""))))
            .Where(line => CzechLetters().IsMatch(line.Line)).Select(line => line.Place).ShouldBeEmpty();

    [Fact]
    public void Folders_have_names_that_say_something() =>
        Sources.Under("src/CustomerCentre", ".cs", ".razor")
            .SelectMany(file => file.Path.Split('/')[..^1])
            .Intersect(["Common", "Shared", "Helpers", "Utils", "Services", "Managers", "Repositories"]).ShouldBeEmpty();

    [Fact]
    public void A_feature_uses_only_the_requests_and_forms_of_another()
    {
        var types = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("CustomerCentre.Features.", StringComparison.Ordinal) == true && type is { IsNested: false, IsGenericType: false })
            .ToList();
        types.ShouldNotBeEmpty();
        var closed = types.Where(type => !IsOpen(type)).ToLookup(type => type.Namespace!.Split('.')[2], type => type.Name);
        var offences = from file in Sources.Under("src/CustomerCentre/Features", ".cs", ".razor")
                       let feature = file.Path.Split('/')[3]
                       from other in closed
                       where other.Key != feature && file.Text.Contains($"Features.{other.Key}", StringComparison.Ordinal)
                       from name in other
                       where Regex.IsMatch(file.Text, $@"\b{Regex.Escape(name)}\b")
                       select $"{file.Path} uses {other.Key}.{name}";
        offences.ShouldBeEmpty();
    }

    // Requests, the form models and values they carry, and the one field that looks a company up.
    private static bool IsOpen(Type type) =>
        type.Name == "CompanyLookup" || type.IsEnum
        || (type is { IsAbstract: true, IsSealed: true } && (type.GetNestedType("Command") ?? type.GetNestedType("Query")) is not null)
        || type.Name.EndsWith("Form", StringComparison.Ordinal) || type.Name.EndsWith("Entry", StringComparison.Ordinal) || type.Name.EndsWith("Fields", StringComparison.Ordinal)
        || type.Name.EndsWith("Terms", StringComparison.Ordinal) || type.Name.EndsWith("Rules", StringComparison.Ordinal);

    private static IEnumerable<string> Offences(string folder, Regex pattern, params string[] endings) =>
        Sources.Under(folder, endings)
            .SelectMany(file => file.Text.Split('\n').Select((line, index) => (Place: $"{file.Path}:{index + 1}", Line: Comment().Replace(line, ""))))
            .Where(line => pattern.IsMatch(line.Line)).Select(line => line.Place);

    [GeneratedRegex(@"(Microsoft\.|MudBlazor|MediatR|FluentValidation|CustomerCentre\.(Data|Features|Forms|Mail|Registers|Requests|Resources|Shell))")]
    private static partial Regex ForeignUsing();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Utc)?(Now|Today)\b|Thread\.Sleep")]
    private static partial Regex OwnClock();

    [GeneratedRegex("[ěščřžýáíéúůďťňľĺŕôäĚŠČŘŽÝÁÍÉÚŮĎŤŇ]")]
    private static partial Regex CzechLetters();

    [GeneratedRegex(@"///?.*$|@\*.*?\*@")]
    private static partial Regex Comment();
}
