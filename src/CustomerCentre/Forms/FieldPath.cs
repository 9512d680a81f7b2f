using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;

namespace CustomerCentre.Forms;

/// <summary>Paths such as <c>Licences[1].Number</c>, as FluentValidation and handlers write them, turned into fields of a form.</summary>
internal static class FieldPath
{
    public static FieldIdentifier Find(object model, string path)
    {
        var steps = path.Split('.', '[');
        foreach (var step in steps[..^1])
        {
            if (Next(model, step) is not { } next)
            {
                break;
            }

            model = next;
        }

        return new(model, steps[^1]);
    }

    public static bool IsFilled(FieldIdentifier field) => Next(field.Model, field.FieldName) switch
    {
        null => false,
        string text => !string.IsNullOrWhiteSpace(text),
        _ => true,
    };

    private static object? Next(object model, string step) => step.EndsWith(']')
        ? (model as IEnumerable)?.Cast<object?>().ElementAtOrDefault(int.Parse(step.AsSpan(0, step.Length - 1), CultureInfo.InvariantCulture))
        : model.GetType().GetProperty(step)?.GetValue(model);
}
