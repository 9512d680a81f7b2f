using System.Globalization;
using CustomerCentre.Resources;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Forms;

/// <summary>Values as inputs carry them: culture-free, days as <c>2026-11-22</c>, nothing as an empty string.</summary>
internal static class FieldValue
{
    public static bool TryParse<T>(string? text, out T value, out string error)
    {
        var readable = BindConverter.TryConvertTo(text, CultureInfo.InvariantCulture, out value!);
        error = readable ? "" : FormsTexts.Unreadable;
        return readable;
    }

    public static string? Format<T>(T? value) => value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
