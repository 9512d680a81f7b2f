using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts;

/// <summary>Refuses passwords that are known or easy to guess, and says why.</summary>
public sealed class PasswordPolicy(IOptions<OperatorOptions> options)
{
    private const int ShortestBrandWord = 5;
    private static readonly HashSet<string> Common = [.. Read("world"), .. Read("czech-slovak")];
    private static readonly char[] Separators = [.. " .,-_+&|/()"];

    /// <summary>The reason against a password of this person, or null.</summary>
    public string? Refusal(string password, EmailAddress email) => PasswordRules.Judge(password, Common, [.. WordsOf(email), .. BrandWords()]) switch
    {
        PasswordFault.Common => AccountsTexts.PasswordCommon,
        PasswordFault.Guessable => AccountsTexts.PasswordGuessable,
        PasswordFault.Repeated => AccountsTexts.PasswordRepeated,
        PasswordFault.Sequence => AccountsTexts.PasswordSequence,
        _ => null,
    };

    /// <summary>Whether a password that is in use could be chosen today.</summary>
    public bool Accepts(string password, EmailAddress email) =>
        PasswordRules.LengthOf(password) >= PasswordRules.MinLength && PasswordRules.Normalize(password).Length <= PasswordRules.MaxLength && Refusal(password, email) is null;

    // The part after the last dot says nothing about anybody.
    private static IEnumerable<string> WordsOf(EmailAddress email)
    {
        var (local, domain) = (email.Value.Split('@')[0], email.Value.Split('@')[1]);
        return [local, .. local.Split(Separators), .. domain.Split('.')[..^1]];
    }

    private IEnumerable<string> BrandWords()
    {
        var names = options.Value.Entities.Values.Select(entity => entity.Name);
        return names.Append(options.Value.Brand).Append(options.Value.AccountBrand)
            .SelectMany(name => name.Split(Separators)).Where(word => word.Length >= ShortestBrandWord);
    }

    private static IEnumerable<string> Read(string list)
    {
        using var reader = new StreamReader(typeof(PasswordPolicy).Assembly.GetManifestResourceStream($"common-passwords/{list}.txt")!);
        while (reader.ReadLine() is { } word)
            yield return word;
    }
}
