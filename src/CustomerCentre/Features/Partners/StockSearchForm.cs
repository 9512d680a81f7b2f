using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using FluentValidation;

namespace CustomerCentre.Features.Partners;

/// <summary>
/// What is looked for in the stock. It is posted and only its short form goes into the address, because people paste whole licence numbers here.
/// </summary>
public sealed class StockSearchForm
{
    public const int TextMaxLength = 100;

    public string? Text { get; set; }

    /// <summary>What may stand in an address: of anything that may be a licence number the last four characters, which find it just as well.</summary>
    public static string? Shorten(string? text) =>
        TypedText.Compact(text) is { Length: > LicenceNumber.GroupLength } compact && compact.Any(char.IsAsciiDigit) ? compact[^LicenceNumber.GroupLength..]
        : text is { Length: <= TextMaxLength } ? text.Trim() : text?[..TextMaxLength].Trim();

    public sealed class Validator : AbstractValidator<StockSearchForm>
    {
        public Validator() => RuleFor(form => form.Text).MaxLength(TextMaxLength).PlainText();
    }
}
