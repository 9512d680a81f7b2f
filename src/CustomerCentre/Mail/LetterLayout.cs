using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Mail;

/// <summary>
/// Dresses a letter as plain text and as HTML, in the current language. The HTML loads nothing from anywhere and carries its styles in attributes,
/// because mail programs drop the rest.
/// </summary>
public sealed class LetterLayout(PublicAddress address, IOptions<OperatorOptions> operators)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public (string Text, string Html) Render(Letter letter)
    {
        var link = letter.Button is { } button ? address.For(button.Path) : null;
        return (Text(letter, link), Html(letter, link));
    }

    private string Text(Letter letter, string? link)
    {
        IEnumerable<string> action = letter.Button is { } button ? [$"{button.Words}:\n{link}"] : [];
        return string.Join("\n\n", [MailTexts.Greeting, .. letter.Paragraphs, .. action, "-- \n" + string.Join('\n', Footer())]) + "\n";
    }

    private string Html(Letter letter, string? link) => $"""
        <!DOCTYPE html>
        <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(letter.Subject)}</title>
        </head>
        <body style="margin:0;padding:24px 16px;background:#f6f7f9;color:#17202c;font-family:system-ui,-apple-system,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5">
        <div role="main" style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dde2e9;border-radius:8px">
        <p style="margin:0 0 16px;color:#505c6b;font-weight:600">{Encode(operators.Value.Brand)}</p>
        <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">{Encode(letter.Subject)}</h1>
        {Paragraphs([MailTexts.Greeting, .. letter.Paragraphs])}{Button(letter.Button, link)}
        </div>
        <div role="contentinfo" style="max-width:560px;margin:16px auto 0;padding:0 24px;color:#505c6b;font-size:14px">
        {string.Join("<br>\n", Footer().Select(Encode))}
        </div>
        </body>
        </html>

        """;

    private static string Paragraphs(IEnumerable<string> paragraphs) =>
        string.Join('\n', paragraphs.Select(text => $"""<p style="margin:0 0 16px">{Encode(text)}</p>"""));

    private static string Button(LetterButton? button, string? link) => button is null || link is null ? "" : $"""

        <p style="margin:24px 0"><a href="{Encode(link)}" style="display:inline-block;padding:12px 20px;background:#2350b8;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none">{Encode(button.Words)}</a></p>
        <p style="margin:0;color:#505c6b;font-size:14px">{Encode(MailTexts.ButtonAddress)}<br><a href="{Encode(link)}" style="color:#2350b8;word-break:break-all">{Encode(link)}</a></p>
        """;

    private IEnumerable<string> Footer()
    {
        var (entity, reachable) = (operators.Value.For(Languages.Country), operators.Value.Supporting(Languages.Country));
        yield return string.Format(CultureInfo.CurrentCulture, MailTexts.SentBy, operators.Value.Brand);
        yield return $"{entity.Name}, {entity.Street}, {entity.City}";
        yield return $"{MailTexts.Support}: {reachable.SupportPhone}, {reachable.SupportEmail}";
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
