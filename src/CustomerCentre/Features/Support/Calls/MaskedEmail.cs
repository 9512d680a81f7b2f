using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Features.Support.Calls;

/// <summary>An e-mail of which only its owner recognises the rest: j•••@e•••.cz.</summary>
internal static class MaskedEmail
{
    public static string Of(EmailAddress email)
    {
        // Always as many dots, so that they do not tell the length; a mark stays with its letter.
        var at = email.Value.IndexOf('@', StringComparison.Ordinal);
        var domain = email.Value[(at + 1)..];
        return $"{First(email.Value)}•••@{First(domain)}•••{domain[domain.LastIndexOf('.')..]}";
    }

    private static string First(string text) => System.Globalization.StringInfo.GetNextTextElement(text);
}
