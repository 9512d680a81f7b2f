using System.Text.RegularExpressions;
using CustomerCentre.Domain.Records;

namespace CustomerCentre.Features.Development;

/// <summary>A mail as it is shown to who develops.</summary>
/// <param name="Text">Plain text, until it is erased.</param>
public sealed partial record ShownMail(string Subject, string To, string? Text, string? Html, DateTimeOffset CreatedAt, DateTimeOffset? SentAt)
{
    /// <summary>The text cut at its links: plain pieces and addresses by turns, plain first.</summary>
    public IReadOnlyList<string> Pieces { get; } = Link().Split(Text ?? "");

    public IEnumerable<string> Links => Pieces.Where((_, position) => position % 2 == 1);

    public static ShownMail Of(OutgoingMail mail) => new(mail.Subject, mail.To.Value, mail.Text, mail.Html, mail.CreatedAt, mail.SentAt);

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Link();
}
