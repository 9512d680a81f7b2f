using System.Globalization;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Forms;

/// <summary>Rules that many validators share, with their words in the person's language.</summary>
public static class Rules
{
    /// <summary>Something must be there; spaces alone are nothing.</summary>
    /// <typeparam name="T">The command.</typeparam>
    /// <typeparam name="TValue">The field.</typeparam>
    /// <param name="rule">The rule to add to.</param>
    /// <param name="message">What to say instead of the general sentence, such as "Zadejte název firmy."; read at each check, so in the right language.</param>
    public static IRuleBuilderOptions<T, TValue> Required<T, TValue>(this IRuleBuilder<T, TValue> rule, Func<string>? message = null) =>
        rule.NotEmpty().WithMessage(_ => message?.Invoke() ?? FormsTexts.Required);

    /// <summary>At most so many characters, the limit of the domain type.</summary>
    /// <typeparam name="T">The command.</typeparam>
    /// <param name="rule">The rule to add to.</param>
    /// <param name="length">Characters (UTF-16 units).</param>
    public static IRuleBuilderOptions<T, string?> MaxLength<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.MaximumLength(length).WithMessage(_ => string.Format(CultureInfo.CurrentCulture, FormsTexts.TooLong, length));

    /// <summary>Text as people write it: no control characters, and none that turn the direction of reading.</summary>
    /// <typeparam name="T">The command.</typeparam>
    /// <param name="rule">The rule to add to.</param>
    /// <param name="multiline">Whether line ends may stand in it.</param>
    public static IRuleBuilderOptions<T, string?> PlainText<T>(this IRuleBuilder<T, string?> rule, bool multiline = false) =>
        rule.Must(text => text is null || !text.Any(c => IsHidden(c, multiline))).WithMessage(_ => FormsTexts.NotPlainText);

    /// <summary>The shape of an e-mail address; whether it exists is found out by writing to it.</summary>
    /// <typeparam name="T">The command.</typeparam>
    /// <param name="rule">The rule to add to.</param>
    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || EmailAddress.TryParse(text) is not null).WithMessage(_ => FormsTexts.NotEmail);

    // U+202A–U+202E and U+2066–U+2069 turn the direction of the text that follows, so a name could hide what it says.
    private static bool IsHidden(char c, bool multiline) =>
        (char.IsControl(c) && !(multiline && (c is '\r' or '\n'))) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
