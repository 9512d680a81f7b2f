using Microsoft.AspNetCore.Components.Forms;

namespace CustomerCentre.Forms;

/// <summary>One line of the summary of errors.</summary>
/// <param name="Text">What is read: the sentence, with the label before it when several fields say the same.</param>
/// <param name="Message">The sentence alone, as it stands at the field.</param>
/// <param name="ElementId">Where the link leads, or null.</param>
internal sealed record SummaryLine(string Text, string Message, string? ElementId)
{
    public static IReadOnlyList<SummaryLine> Of(EditContext form)
    {
        var found = FormErrors.In(form).List.Select(error => (error.Message, Place: FormErrors.PlaceOf(form, error.Field))).ToList();
        // Inputs complain by themselves about what they cannot read, such as a day that is none.
        var unread = form.GetValidationMessages().Except(found.Select(error => error.Message));
        return [.. found.Select(Line), .. unread.Select(message => new SummaryLine(message, message, null))];

        SummaryLine Line((string Message, FieldPlace? Place) error)
        {
            var isRepeated = found.Count(other => other.Message == error.Message) > 1;
            var text = isRepeated && error.Place?.Label is { } label ? $"{label}: {error.Message}" : error.Message;
            return new(text, error.Message, error.Place?.ElementId);
        }
    }

    public bool IsStillIn(IReadOnlyList<SummaryLine> now) => now.Any(line => line.Message == Message && line.ElementId == ElementId);
}
